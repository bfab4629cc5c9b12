"use client";

import { useTranslations } from "next-intl";
import { cancelEventInput, eventStepInput } from "@/domain/events/input";
import type { AnnouncingObstacle } from "@/domain/events/rules";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { Notice } from "../ui/notice";

type Props = {
  event: { id: string; revision: number };
  title: string;
  /** How many live participants would be told. */
  told: number;
  can: { announce: boolean; cancel: boolean; conclude: boolean };
  obstacles: AnnouncingObstacle[];
  announce: FormAction;
  cancel: FormAction;
  conclude: FormAction;
};

/** The steps an event can take from here, each with what it will do. */
export function EventSteps({ event, title, told, can, obstacles, ...actions }: Props) {
  const t = useTranslations("events.steps");
  const obstacle = (code: string) => t(`obstacles.${code}` as "obstacles.over");
  const values = { id: event.id, revision: event.revision };
  return (
    <div className="space-y-4">
      {can.announce && obstacles.length > 0 && (
        <Notice tone="warning" title={t("notYet")}>
          <ul className="list-disc ps-5">
            {obstacles.map((code) => (
              <li key={code}>{obstacle(code)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {can.announce && obstacles.length === 0 && (
          <ConfirmDialog
            trigger={t("announce")}
            triggerProps={{ look: "primary" }}
            title={t("announceTitle", { title })}
            action={actions.announce}
            schema={eventStepInput}
            values={values}
            consequence={<p>{t("announceConsequence")}</p>}
            confirm={t("announce")}
            obstacles={obstacle}
          />
        )}
        {can.conclude && (
          <ConfirmDialog
            trigger={t("conclude")}
            title={t("concludeTitle", { title })}
            action={actions.conclude}
            schema={eventStepInput}
            values={values}
            consequence={<p>{t("concludeConsequence")}</p>}
            confirm={t("conclude")}
          />
        )}
        {can.cancel && (
          <ConfirmDialog
            trigger={t("cancel")}
            triggerProps={{ look: "danger" }}
            title={t("cancelTitle", { title })}
            action={actions.cancel}
            schema={cancelEventInput}
            values={values}
            consequence={<p>{t("cancelConsequence", { told })}</p>}
            reason={{ label: t("reason"), help: t("reasonHelp") }}
            confirm={t("cancel")}
            danger
          />
        )}
      </div>
    </div>
  );
}
