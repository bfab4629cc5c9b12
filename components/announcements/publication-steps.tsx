"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { publishInput, withdrawInput } from "@/domain/announcements/input";
import type { PublishingObstacle } from "@/domain/announcements/rules";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { DateTimeField } from "../form/date-time-field";
import { Notice } from "../ui/notice";

type PublishProps = {
  id: string;
  revision: number;
  languages: Locale[];
  label: string;
  /** The revisions that were looked at. */
  seen: string[];
  zone: string;
  /** Whose membership becomes public with it. */
  names: string[];
  obstacles: PublishingObstacle[];
  action: FormAction;
};

/** Publishing one or both languages now or from an instant on, or what stands in the way. */
export function PublishStep({ languages, seen, names, label, obstacles, action, ...values }: PublishProps) {
  const t = useTranslations("announcements.publish");
  const enums = useTranslations("enums.locale");
  const locale = useLocale();
  const list = (words: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
  const language = list(languages.map((one) => enums(one)));
  const obstacle = (code: string) => t(`obstacles.${code}` as "obstacles.no_text");
  if (obstacles.length > 0) {
    return (
      <Notice title={t("notYet", { language })}>
        <ul className="list-disc ps-5">
          {obstacles.map((code) => (
            <li key={code}>{obstacle(code)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <ConfirmDialog
      trigger={label}
      triggerProps={{ look: "primary" }}
      title={t("title", { language })}
      action={action}
      schema={publishInput as never}
      values={{ ...values, languages: languages.join(","), seen: seen.join(",") }}
      consequence={
        <>
          <p>{t("consequence")}</p>
          {names.length > 0 && (
            <p className="font-medium">{t("announces", { names: list(names), count: names.length })}</p>
          )}
        </>
      }
      confirm={t("confirm")}
      obstacles={obstacle}
    >
      <DateTimeField
        name="publicFrom"
        label={t("publicFrom")}
        help={t("publicFromHelp")}
        zone={values.zone}
        optional
      />
    </ConfirmDialog>
  );
}

type WithdrawProps = {
  id: string;
  publicationId: string;
  language: string;
  embargoed: boolean;
  names: string[];
  action: FormAction;
};

/** Taking a text back from the public, or lifting its embargo for good. */
export function WithdrawStep({ id, publicationId, language, embargoed, names, action }: WithdrawProps) {
  const t = useTranslations("announcements.withdraw");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (
    <ConfirmDialog
      trigger={t("button", { language })}
      triggerProps={{ look: "danger" }}
      title={t("title", { language })}
      action={action}
      schema={withdrawInput as never}
      values={{ id, publicationId }}
      consequence={
        <>
          <p>{embargoed ? t("embargoed") : t("consequence")}</p>
          {embargoed && names.length > 0 && (
            <p>{t("hides", { names: list.format(names), count: names.length })}</p>
          )}
        </>
      }
      reason={{ label: t("reason") }}
      confirm={t("confirm")}
      danger
    />
  );
}
