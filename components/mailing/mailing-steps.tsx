"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { mailingStepInput } from "@/domain/mailings/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { useLanguageList } from "./recipients-summary";

type Props = {
  mailing: { id: string; revision: number };
  /** Drafts that will leave. */
  count: number;
  /** Of the drafts: how many their reader has had already. */
  had: number;
  languages: { locale: Locale; count: number }[];
  release: FormAction;
  discard: FormAction;
};

/** Letting a bulk mail go, or throwing it away; each says what it will do. */
export function MailingSteps({ mailing, count, had, languages, release, discard }: Props) {
  const t = useTranslations("mailing.bulk");
  const list = useLanguageList(languages);
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        trigger={t("release.button")}
        triggerProps={{ look: "primary" }}
        title={t("release.title")}
        action={release}
        schema={mailingStepInput as never}
        values={mailing}
        consequence={
          <>
            <p>{t("release.consequence", { count: count - had, languages: list })}</p>
            {had > 0 && <p>{t("had", { count: had })}</p>}
          </>
        }
        confirm={t("release.button")}
      />
      <ConfirmDialog
        trigger={t("discard.button")}
        triggerProps={{ look: "danger" }}
        title={t("discard.title")}
        action={discard}
        schema={mailingStepInput as never}
        values={mailing}
        consequence={<p>{t("discard.consequence", { count })}</p>}
        confirm={t("discard.button")}
        danger
      />
    </div>
  );
}
