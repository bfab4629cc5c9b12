"use client";

import { useTranslations } from "next-intl";
import { editRoomInput, roomInput } from "@/domain/rooms/input";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Values = { name: string; building: string; capacity: number | string } & (
  | { eventId: string }
  | { id: string; revision: number }
);

/** A room, new or known. */
export function RoomForm({ values, action }: { values: Values; action: FormAction }) {
  const t = useTranslations("agenda.rooms");
  const known = "id" in values;
  const schema = (known ? editRoomInput : roomInput) as never;
  const form = useActionForm({ action, schema, defaults: values });
  return (
    <Form form={form} className="space-y-3">
      {known ? <HiddenField name="id" /> : <HiddenField name="eventId" />}
      {known && <RevisionField />}
      <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_8rem_auto] sm:items-end">
        <TextField name="name" label={t("name")} />
        <TextField name="building" label={t("building")} optional />
        <TextField name="capacity" label={t("capacity")} inputMode="numeric" optional="unsaid" />
        <SubmitButton look={known ? "secondary" : "primary"}>{known ? t("save") : t("add")}</SubmitButton>
      </div>
    </Form>
  );
}
