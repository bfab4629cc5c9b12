"use client";

import { useTranslations } from "next-intl";
import { type Locale, unpublishReasons } from "@/db/enums";
import { publishInput, withdrawInput } from "@/domain/statements/input";
import type { PublishingWarning } from "@/domain/statements/publishing/rules";
import type { PublishingObstacle } from "@/domain/statements/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxField, type Choice, SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";
import { DateTimeField } from "../form/date-time-field";
import { TextField } from "../form/text-field";
import { Notice } from "../ui/notice";

type PublishProps = {
  id: string;
  locale: Locale;
  language: string;
  revision: { id: string; number: number } | undefined;
  zone: string;
  obstacles: PublishingObstacle[];
  warnings: PublishingWarning[];
  /** Whether a text in this language is public now, of which this will be a new edition. */
  follows: boolean;
  action: FormAction;
};

/** Publishing one language now or from an instant on, or what stands in the way; nothing where it is done already. */
export function PublishStep({
  id,
  locale,
  language,
  revision,
  zone,
  obstacles,
  warnings,
  follows,
  action,
}: PublishProps) {
  const t = useTranslations("statements.publish");
  const more = useTranslations("statements.publishing");
  const obstacle = (code: string) => t(`obstacles.${code}` as "obstacles.no_text");
  if (obstacles.length === 1 && obstacles[0] === "already_public") return null;
  if (obstacles.length > 0 || !revision) {
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
      trigger={t("button", { language })}
      triggerProps={{ look: "primary" }}
      title={t("title", { language, number: revision.number })}
      action={action}
      schema={publishInput as never}
      values={{ id, locale, revisionId: revision.id, zone }}
      initial={{ publicFrom: "", changeNote: "", major: true }}
      consequence={
        <>
          <p>{t("consequence")}</p>
          {warnings.map((warning) => (
            <Notice key={warning} tone="warning">
              {more(`warning.${warning}`)}
            </Notice>
          ))}
        </>
      }
      confirm={t("confirm")}
      obstacles={obstacle}
    >
      {follows ? (
        <>
          <TextField name="changeNote" label={more("changeNote")} help={more("changeNoteHelp")} optional />
          <CheckboxField name="major" label={more("major")} />
        </>
      ) : (
        <DateTimeField
          name="publicFrom"
          label={t("publicFrom")}
          help={t("publicFromHelp")}
          zone={zone}
          optional
        />
      )}
    </ConfirmDialog>
  );
}

type WithdrawProps = {
  id: string;
  publicationId: string;
  language: string;
  embargoed: boolean;
  /** The public statements it may lead to. */
  others: Choice[];
  action: FormAction;
};

/** Taking a text back from the public, or lifting its embargo for good. */
export function WithdrawStep({ id, publicationId, language, embargoed, others, action }: WithdrawProps) {
  const t = useTranslations("statements.withdraw");
  const more = useTranslations("statements.publishing");
  const kinds = useTranslations("enums.unpublishReason");
  // Nothing of what was never public stays or leads anywhere.
  const reasons = embargoed ? (["too_early"] as const) : unpublishReasons;
  return (
    <ConfirmDialog
      trigger={t("button", { language })}
      triggerProps={{ look: "danger" }}
      title={t("title", { language })}
      action={action}
      schema={withdrawInput as never}
      values={{ id, publicationId }}
      initial={{ kind: reasons[0], leadsToId: "" }}
      consequence={<p>{embargoed ? t("embargoed") : t("consequence")}</p>}
      reason={{ label: t("reason") }}
      confirm={t("confirm")}
      danger
    >
      <SelectField
        name="kind"
        label={more("kind")}
        help={embargoed ? undefined : more("kindHelp")}
        choices={reasons.map((value) => ({ value, label: kinds(value) }))}
      />
      {!embargoed && (
        <SelectField
          name="leadsToId"
          label={more("leadsTo")}
          help={more("leadsToHelp")}
          none={more("leadsToNone")}
          choices={others}
          optional
        />
      )}
    </ConfirmDialog>
  );
}
