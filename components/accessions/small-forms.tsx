"use client";

import { useTranslations } from "next-intl";
import { addDocumentInput, deadlinesInput, noteInput } from "@/domain/accessions/input";
import { evidenceTypes } from "@/domain/files/rules";
import type { FormAction } from "@/lib/form";
import { FileField } from "../form/file-field";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea, TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Deadlines = { id: string; revision: number; reviewBy: string; boardBy: string; announceBy: string };

/** By when each step is to be done; a kind that the board does not decide on has no deadline for it. */
export function DeadlinesForm({
  values,
  board,
  action,
}: {
  values: Deadlines;
  board: boolean;
  action: FormAction;
}) {
  const t = useTranslations("accessions");
  const form = useActionForm({ action, schema: deadlinesInput, defaults: values });
  return (
    <Form form={form} className="max-w-3xl">
      <HiddenField name="id" />
      <RevisionField />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <TextField name="reviewBy" label={t("reviewBy")} type="date" optional="unsaid" />
        {board ? (
          <TextField name="boardBy" label={t("boardBy")} type="date" optional="unsaid" />
        ) : (
          <HiddenField name="boardBy" />
        )}
        <TextField name="announceBy" label={t("announceBy")} type="date" optional="unsaid" />
      </div>
      <SubmitButton look="secondary">{t("save")}</SubmitButton>
    </Form>
  );
}

/** A note of the secretariat to itself. */
export function NoteForm({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("accessions");
  const form = useActionForm({ action, schema: noteInput, defaults: { id, text: "" } });
  return (
    <Form form={form} doneMessage={null} className="max-w-2xl space-y-3">
      <HiddenField name="id" />
      <TextArea name="text" label={t("note")} help={t("noteHelp")} rows={3} />
      <SubmitButton look="secondary">{t("addNote")}</SubmitButton>
    </Form>
  );
}

/** A document that came later. */
export function DocumentForm({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("accessions");
  const form = useActionForm({ action, schema: addDocumentInput, defaults: { id } });
  return (
    <Form form={form} doneMessage={null} className="max-w-md space-y-3">
      <HiddenField name="id" />
      <FileField name="file" label={t("addDocument")} accept={evidenceTypes.join(",")} />
      <SubmitButton look="secondary">{t("add")}</SubmitButton>
    </Form>
  );
}
