"use client";

import { useTranslations } from "next-intl";
import { adoptionMethods } from "@/db/enums";
import { adoptInput } from "@/domain/statements/input";
import { outsideSession } from "@/domain/statements/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";
import { useFormAround } from "../form/context";
import { DateTimeField } from "../form/date-time-field";
import { EmptyState } from "../ui/empty-state";
import { Notice } from "../ui/notice";

/** A session of the statement's event, with its local times and how they are printed. */
type Session = Choice & { from: string; to: string; time: string };

type Props = {
  values: { id: string; revisionId: string; zone: string };
  revision: { number: number; title: string };
  sessions: Session[];
  people: Choice[];
  /** Who may have been in the room, and who was let in at the door. */
  attendance: { choices: Choice[]; present: string[] };
  action: FormAction;
};

/** Recording an adoption. What it does cannot be undone, and the dialog says so before it is done. */
export function AdoptionStep({ values, revision, sessions, people, attendance, action }: Props) {
  const t = useTranslations("statements.adopt");
  const methods = useTranslations("enums.adoptionMethod");
  return (
    <div className="space-y-4">
      <EmptyState title={t("notYet")}>{t("consequence")}</EmptyState>
      <ConfirmDialog
        trigger={t("button")}
        triggerProps={{ look: "primary" }}
        title={t("title", { number: revision.number })}
        action={action}
        schema={adoptInput as never}
        values={values}
        initial={{ attendance: attendance.present }}
        consequence={
          <>
            <p className="font-medium">{revision.title}</p>
            <p>{t("consequence")}</p>
          </>
        }
        confirm={t("button")}
        obstacles={(code) => t(`obstacles.${code}` as "obstacles.adopted")}
      >
        <SelectField
          name="method"
          label={t("method")}
          choices={adoptionMethods.map((value) => ({ value, label: methods(value) }))}
        />
        <DateTimeField name="adoptedAt" label={t("when")} zone={values.zone} />
        <SelectField
          name="agendaItemId"
          label={t("session")}
          none={t("noSession")}
          choices={sessions}
          optional
        />
        <OutsideSession sessions={sessions} />
        <SelectField
          name="chairId"
          label={t("chair")}
          help={t("chairHelp")}
          none={t("noChair")}
          choices={people}
          optional
        />
        {attendance.choices.length > 0 && (
          <CheckboxesField
            name="attendance"
            label={t("attendance")}
            help={t("attendanceHelp")}
            choices={attendance.choices}
            optional
          />
        )}
      </ConfirmDialog>
    </div>
  );
}

/** Says where the time is not one of the session: sessions run over, so it is a question and no obstacle. */
function OutsideSession({ sessions }: { sessions: Session[] }) {
  const t = useTranslations("statements.adopt");
  const { fields } = useFormAround();
  const [at, id] = fields.watch(["adoptedAt", "agendaItemId"]);
  const session = sessions.find((one) => one.value === id);
  const outside = session && typeof at === "string" && outsideSession(at, session);
  return (
    <div role="status" className="empty:hidden">
      {outside && (
        <Notice tone="warning" title={t("outside")}>
          {t("outsideText", { session: session.label, time: session.time })}
        </Notice>
      )}
    </div>
  );
}
