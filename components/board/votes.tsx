"use client";

import { useLocale, useTranslations } from "next-intl";
import { type BoardAnswer, boardAnswers, type Localized } from "@/db/enums";
import { decideInput } from "@/domain/board/input";
import { sitsOn } from "@/domain/board/rules";
import type { FormAction } from "@/lib/form";
import { pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";
import { SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Seat = {
  id: string;
  person: string;
  organisation: Localized | null;
  fromOn: string;
  toOn: string | null;
};
type Answer = { boardMemberId: string; answer: BoardAnswer; answeredOn: string; recordedBy: string };
type Props = {
  accession: { id: string; revision: number };
  seats: readonly Seat[];
  answers: readonly Answer[];
  today: string;
  /** Where answers can be recorded. */
  action?: FormAction;
};

/** Who sits on the board and what each has said, with a form for each answer. */
export function Votes({ accession, seats, answers, today, action }: Props) {
  const t = useTranslations("accessions");
  const names = useTranslations("enums.boardAnswer");
  const locale = useLocale();
  const answerOf = new Map(answers.map((one) => [one.boardMemberId, one]));
  const shown = seats.filter((seat) => sitsOn(seat, today) || answerOf.has(seat.id));
  if (shown.length === 0) return <p className="text-sm">{t("votes.nobody")}</p>;
  return (
    <ul className="text-sm">
      {shown.map((seat) => {
        const said = answerOf.get(seat.id);
        const sits = sitsOn(seat, today);
        return (
          <li key={seat.id} className="border-rule border-t py-3">
            <p className="font-medium">
              {seat.person}
              {seat.organisation && (
                <span className="font-normal text-muted"> · {pick(seat.organisation, locale).text}</span>
              )}
            </p>
            <p>
              {said ? names(said.answer) : t("votes.noAnswer")}
              {said && (
                <span className="text-muted">
                  {" "}
                  {t("votes.recorded", { day: formatDay(said.answeredOn, locale), name: said.recordedBy })}
                </span>
              )}
              {!sits && <span className="block text-warning">{t("votes.left")}</span>}
            </p>
            {action && sits && (
              <details key={said?.answer ?? "none"} className="mt-1">
                <summary className="link inline-block min-h-6">
                  {t("votes.record", { name: seat.person })}
                </summary>
                <VoteForm
                  values={{
                    ...accession,
                    boardMemberId: seat.id,
                    answer: said?.answer ?? "approves",
                    answeredOn: said?.answeredOn ?? today,
                  }}
                  action={action}
                />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type VoteProps = {
  values: { id: string; revision: number; boardMemberId: string; answer: BoardAnswer; answeredOn: string };
  action: FormAction;
};

function VoteForm({ values, action }: VoteProps) {
  const t = useTranslations("accessions.votes");
  const names = useTranslations("enums.boardAnswer");
  const form = useActionForm({ action, schema: decideInput, defaults: values });
  return (
    <Form form={form} doneMessage={null} className="mt-2 space-y-3">
      <HiddenField name="id" />
      <RevisionField />
      <HiddenField name="boardMemberId" />
      <div className="grid items-end gap-4 sm:grid-cols-[12rem_12rem_auto]">
        <SelectField
          name="answer"
          label={t("answer")}
          choices={boardAnswers.map((value) => ({ value, label: names(value) }))}
        />
        <TextField name="answeredOn" label={t("on")} type="date" />
        <div>
          <SubmitButton look="secondary">{t("save")}</SubmitButton>
        </div>
      </div>
    </Form>
  );
}
