"use client";

import { useTranslations } from "next-intl";
import { runInput } from "@/domain/imports/input";
import type { ImportResult } from "@/domain/imports/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxField } from "../form/choice-fields";
import { ConfirmForm } from "../form/confirm-dialog";

type Props = {
  id: string;
  revision: number;
  counts: Record<ImportResult, number> & { warningNew: number };
  /** Whether the event is announced: before, nobody can be mailed about it. */
  announced: boolean;
  action: FormAction;
};

/** The question whether to import: what happens in numbers, and whether those who are new get a mail. */
export function ConfirmImport({ id, revision, counts, announced, action }: Props) {
  const t = useTranslations("imports.confirm");
  const added = counts.new + counts.warningNew;
  const changed = counts.update + counts.warning - counts.warningNew;
  if (added + changed === 0) return <p className="measure text-sm">{t("nothing")}</p>;
  return (
    <ConfirmForm
      action={action}
      schema={runInput as never}
      values={{ id, revision }}
      consequence={
        <ul className="list-disc space-y-1 ps-5">
          <li>{t("new", { count: added })}</li>
          <li>{t("update", { count: changed })}</li>
          {counts.same > 0 && <li>{t("same", { count: counts.same })}</li>}
          {counts.warning > 0 && <li>{t("warning", { count: counts.warning })}</li>}
          {counts.error > 0 && <li>{t("error", { count: counts.error })}</li>}
          <li>{t("never")}</li>
        </ul>
      }
      confirm={t("button")}
    >
      {announced ? (
        <CheckboxField name="mails" label={t("mails", { count: added })} help={t("mailsHelp")} />
      ) : (
        <p className="measure text-muted text-sm">{t("notAnnounced")}</p>
      )}
    </ConfirmForm>
  );
}
