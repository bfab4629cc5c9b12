"use client";

import { useTranslations } from "next-intl";
import { CopyField } from "../ui/copy-field";
import { Notice } from "../ui/notice";

/** The secret of a webhook, this once. */
export function Secret({ secret }: { secret: string }) {
  const t = useTranslations("webhooks");
  return (
    <Notice tone="warning" title={t("secretOnce")}>
      <CopyField label={t("secret")} value={secret} copy={t("copy")} copied={t("copied")} />
    </Notice>
  );
}
