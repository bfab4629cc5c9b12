"use client";

import { useLocale, useTranslations } from "next-intl";
import { unpublishReasons } from "@/db/enums";
import { withdrawInput } from "@/domain/announcements/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";

type Props = {
  id: string;
  publicationId: string;
  language: string;
  embargoed: boolean;
  names: string[];
  /** The public announcements it may lead to. */
  others: Choice[];
  /** The reason given when it was taken back before. */
  before: string;
  action: FormAction;
};

/** Taking a text back from the public, or lifting its embargo for good. */
export function WithdrawStep({
  id,
  publicationId,
  language,
  embargoed,
  names,
  others,
  before,
  action,
}: Props) {
  const t = useTranslations("announcements.withdraw");
  const more = useTranslations("announcements.publication");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
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
      initial={{ kind: reasons[0], leadsToId: "", reason: before }}
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
    >
      <SelectField
        name="kind"
        label={more("kind")}
        help={embargoed ? undefined : more("kindHelp")}
        choices={reasons.map((value) => ({ value, label: more(`kinds.${value}`) }))}
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
