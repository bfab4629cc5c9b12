"use client";

import { useTranslations } from "next-intl";
import { addSeatInput, editSeatInput, quorumInput } from "@/domain/board/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Seat = { personId: string; organisationId: string; fromOn: string; toOn: string };
type SeatProps = {
  /** With `id` and `revision` for a seat that is there already. */
  values: Seat & { id?: string; revision?: number };
  people: readonly Choice[];
  organisations: readonly Choice[];
  action: FormAction;
};

/** A seat on the board: who has it, for whom, from when until when. */
export function SeatForm({ values, people, organisations, action }: SeatProps) {
  const t = useTranslations("accessions");
  const known = values.id !== undefined;
  const form = useActionForm({ action, schema: known ? editSeatInput : addSeatInput, defaults: values });
  return (
    <Form form={form} className="max-w-2xl">
      {known && <HiddenField name="id" />}
      {known && <RevisionField />}
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <SelectField name="personId" label={t("seats.person")} none="–" choices={people} />
        <SelectField
          name="organisationId"
          label={t("seats.organisation")}
          none={t("seats.noOrganisation")}
          choices={organisations}
          optional="unsaid"
        />
        <TextField name="fromOn" label={t("seats.fromOn")} type="date" />
        <TextField
          name="toOn"
          label={t("seats.toOn")}
          help={t("seats.toOnHelp")}
          type="date"
          optional="unsaid"
        />
      </div>
      <SubmitButton look={known ? "secondary" : "primary"}>{t("save")}</SubmitButton>
    </Form>
  );
}

type QuorumProps = { values: { revision: number; boardQuorum: number }; action: FormAction };

/** How many must have answered before the board has decided. */
export function QuorumForm({ values, action }: QuorumProps) {
  const t = useTranslations("accessions");
  const form = useActionForm({ action, schema: quorumInput, defaults: values });
  return (
    <Form form={form} className="max-w-md">
      <RevisionField />
      <TextField
        name="boardQuorum"
        label={t("quorum.number")}
        help={t("quorum.help")}
        type="number"
        min={1}
        max={99}
      />
      <SubmitButton look="secondary">{t("save")}</SubmitButton>
    </Form>
  );
}
