"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { publishInput } from "@/domain/announcements/input";
import type { PublishingObstacle } from "@/domain/announcements/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";
import { DateTimeField } from "../form/date-time-field";
import { TextArea, TextField } from "../form/text-field";
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
  /** Those of the languages that are public already, of which this will be a new edition. */
  follows: Locale[];
  /** The number of a revision that nobody approved and that is to go out with a reason. */
  forced?: number;
  action: FormAction;
};

/** Publishing one or both languages now or from an instant on, or what stands in the way. */
export function PublishStep({
  languages,
  seen,
  names,
  label,
  obstacles,
  follows,
  forced,
  action,
  ...values
}: PublishProps) {
  const t = useTranslations("announcements.publish");
  const more = useTranslations("announcements.publication");
  const enums = useTranslations("enums.locale");
  const locale = useLocale();
  const list = (words: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
  const language = list(languages.map((one) => enums(one)));
  const obstacle = (code: string) => t(`obstacles.${code}` as "obstacles.no_text");
  const isForced = forced !== undefined;
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
  const changeNotes = Object.fromEntries(follows.map((one) => [one, ""]));
  return (
    <ConfirmDialog
      trigger={label}
      triggerProps={{ look: isForced ? "secondary" : "primary" }}
      title={isForced ? more("forceTitle", { language, number: forced }) : t("title", { language })}
      action={action}
      schema={publishInput as never}
      values={{ ...values, languages: languages.join(","), seen: seen.join(",") }}
      initial={{ publicFrom: "", forcedReason: "", major: true, ...(follows.length > 0 && { changeNotes }) }}
      consequence={
        <>
          <p>{t("consequence")}</p>
          {isForced && <Notice tone="danger">{more("forceConsequence")}</Notice>}
          {names.length > 0 && (
            <p className="font-medium">{t("announces", { names: list(names), count: names.length })}</p>
          )}
        </>
      }
      confirm={t("confirm")}
      danger={isForced}
      obstacles={obstacle}
    >
      {isForced && <TextArea name="forcedReason" label={more("forcedReason")} rows={2} />}
      {follows.map((one) => (
        <TextField
          key={one}
          name={`changeNotes.${one}`}
          label={more("changeNote", { language: enums(one) })}
          help={more("changeNoteHelp")}
          optional
        />
      ))}
      {follows.length > 0 && <CheckboxField name="major" label={more("major")} />}
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
