"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { agendaItemKinds } from "@/db/enums";
import { agendaItemInput } from "@/domain/agenda/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../../form/choice-fields";
import { DateTimeField } from "../../form/date-time-field";
import { Form } from "../../form/form";
import { HiddenField } from "../../form/hidden-field";
import { LocalizedField } from "../../form/localized-field";
import { SubmitButton } from "../../form/submit-button";
import { useActionForm } from "../../form/use-action-form";
import { Dialog } from "../../ui/dialog";
import type { Made } from "./types";

/** The span a new item begins with. */
export type NewSpan = { startsAt: string; endsAt: string; roomId: string | null };

type Props = {
  span: NewSpan;
  eventId: string;
  zone: string;
  rooms: Choice[];
  base: string;
  action: FormAction<Made>;
  onMade: (made: Made, title: string, sent: FormData) => void;
  onClose: () => void;
};

/** A new item on a span: the least it needs. Everything else stands in its form. */
export function QuickAdd({ onClose, ...rest }: Props) {
  const t = useTranslations("agenda.editor.add");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} close={t("close")}>
      <QuickForm {...rest} />
    </Dialog>
  );
}

function QuickForm({ span, eventId, zone, rooms, base, action, onMade }: Omit<Props, "onClose">) {
  const t = useTranslations("agenda.editor.add");
  const words = useTranslations("agenda.form");
  const enums = useTranslations("enums.agendaItemKind");
  const sent = useRef(new FormData());
  const form = useActionForm<Made>({
    action: (state, data) => {
      sent.current = data;
      return action(state, data);
    },
    schema: agendaItemInput as never,
    defaults: { ...span, roomId: span.roomId ?? "", eventId, kind: "plenary", title: { en: "", sv: "" } },
    onDone: (made) => {
      const title = form.fields.getValues("title") as { en: string; sv: string };
      onMade(made, title.en || title.sv, sent.current);
    },
  });
  return (
    <Form form={form} doneMessage={null}>
      <HiddenField name="eventId" />
      <LocalizedField name="title" label={words("title")} />
      <SelectField
        name="kind"
        label={words("kind")}
        choices={agendaItemKinds.map((value) => ({ value, label: enums(value) }))}
      />
      <SelectField name="roomId" label={words("room")} none={words("noRoom")} choices={rooms} optional />
      <DateTimeField name="startsAt" label={words("startsAt")} zone={zone} optional="unsaid" />
      <DateTimeField name="endsAt" label={words("endsAt")} zone={zone} optional="unsaid" />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Link className="link text-sm" href={`${base}/new` as Route}>
          {t("all")}
        </Link>
        <SubmitButton>{t("add")}</SubmitButton>
      </div>
    </Form>
  );
}
