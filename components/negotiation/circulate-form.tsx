"use client";

import { useTranslations } from "next-intl";
import { circulateInput } from "@/domain/negotiations/input";
import type { CirculatingObstacle } from "@/domain/negotiations/rules";
import type { FormAction } from "@/lib/form";
import { ConfirmForm } from "../form/confirm-dialog";
import { TextArea } from "../form/text-field";

type Props = {
  id: string;
  revision: { id: string; label: string } | undefined;
  /** What it will be called. */
  as: string;
  parties: number;
  obstacles: CirculatingObstacle[];
  action: FormAction;
};

/** Sending the latest text round, or what stands in the way. */
export function CirculateForm({ id, revision, as, parties, obstacles, action }: Props) {
  const t = useTranslations("negotiation.circulation");
  const word = (code: string) => t(`obstacles.${code}` as "obstacles.no_text");
  if (obstacles.length > 0 || !revision) {
    return (
      <div className="text-sm">
        <p>{t("cannot")}</p>
        <ul className="list-disc ps-5">
          {obstacles.map((code) => (
            <li key={code}>{word(code)}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div>
      <h3 className="mb-2 text-lg">{t("nextTitle", { label: revision.label, as })}</h3>
      <ConfirmForm
        key={revision.id}
        action={action}
        schema={circulateInput as never}
        values={{ id, revisionId: revision.id }}
        initial={{ note: "" }}
        consequence={<p>{t("consequence", { count: parties })}</p>}
        confirm={t("button")}
        obstacles={word}
      >
        <TextArea name="note" label={t("note")} rows={3} optional />
      </ConfirmForm>
    </div>
  );
}
