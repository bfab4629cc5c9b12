import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { takeBack } from "@/app/_request/take-back";
import { buttonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { emailAddress } from "@/domain/input";
import { ownPath } from "@/domain/sign-in/rules";

const link = z.object({
  email: emailAddress,
  token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  next: z.string().catch(""),
});

export const metadata: Metadata = { referrer: "no-referrer" };

/** Where a mailed link leads. The link is used only when the person goes on: programs that read mail fetch links. */
export default async function LinkPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const [read, locale, t] = [
    link.safeParse(await searchParams),
    await getLocale(),
    await getTranslations("signIn"),
  ];
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={t("confirm")} />
      {read.success ? (
        <>
          <p className="mb-6">{t("confirmText", { email: read.data.email })}</p>
          <a
            rel="nofollow"
            className={buttonLook({ look: "primary" })}
            href={takeBack({ ...read.data, next: ownPath(read.data.next, `/${locale}/organize`) })}
          >
            {t("title")}
          </a>
        </>
      ) : (
        <Notice tone="warning">{t("failures.link")}</Notice>
      )}
    </div>
  );
}
