"use client";

import { useTranslations } from "next-intl";
import { publishListInput, withdrawListInput } from "@/domain/participant-lists/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { LocalizedField } from "../form/localized-field";

type Props = {
  eventId: string;
  /** What was seen: its digest, how many people it names, and the number the version would get. */
  preview: { digest: string; people: number; number: number };
  may: { publish: boolean; withdraw: boolean };
  /** How many versions are public. */
  versions: number;
  publish: FormAction;
  withdraw: FormAction;
};

/** Publishing the next version of the list of participants, and taking the list back. */
export function ListSteps({ eventId, preview, may, versions, publish, withdraw }: Props) {
  const t = useTranslations("participantList.steps");
  const obstacles = useTranslations("participantList.obstacles");
  return (
    <div className="flex flex-wrap gap-2">
      {may.publish && (
        <ConfirmDialog
          // After a version is out, the next one is another question.
          key={preview.digest}
          trigger={t("publish", { number: preview.number })}
          triggerProps={{ look: "primary" }}
          title={t("publishTitle", { number: preview.number })}
          action={publish}
          schema={publishListInput as never}
          values={{ eventId, seen: preview.digest }}
          consequence={<p>{t("publishConsequence", { count: preview.people })}</p>}
          confirm={t("publish", { number: preview.number })}
          obstacles={(code) => obstacles(code as "nobody")}
        >
          <LocalizedField name="note" label={t("note")} help={t("noteHelp")} optional />
        </ConfirmDialog>
      )}
      {may.withdraw && (
        <ConfirmDialog
          trigger={t("withdraw")}
          triggerProps={{ look: "danger" }}
          title={t("withdrawTitle")}
          action={withdraw}
          schema={withdrawListInput as never}
          values={{ eventId }}
          consequence={<p>{t("withdrawConsequence", { count: versions })}</p>}
          reason={{ label: t("reason"), help: t("reasonHelp") }}
          confirm={t("withdraw")}
          danger
        />
      )}
    </div>
  );
}
