"use client";

import { useLocale, useTranslations } from "next-intl";
import { ErrorMessage } from "@/components/layout/error-message";

type Props = { error: Error & { digest?: string } };

/** What stands where a page could not be made; its words come from the provider in the layout of each room. */
export default function ErrorPage({ error }: Props) {
  const locale = useLocale();
  const t = useTranslations("layout.error");
  return (
    <main id="content">
      <ErrorMessage
        words={{
          title: t("title"),
          body: t("body"),
          again: t("again"),
          home: t("home"),
          reference: error.digest ? t("reference", { digest: error.digest }) : "",
        }}
        home={`/${locale}`}
        // Not `reset`, which makes the page again from the same failed answer of the server.
        retry={() => window.location.reload()}
      />
    </main>
  );
}
