import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ReminderForm } from "@/components/mailing/reminder-form";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { reminderForOrganizer } from "@/domain/reminders/queries";
import { datesOf, fromMinutes } from "@/domain/reminders/rules";
import { Refusal } from "@/lib/refusal";
import { eventHere } from "../../../event";
import { editReminderAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailing.reminders");
  return { title: t("edit") };
}

type Props = { params: Promise<{ id: string; reminderId: string }> };

/** Changing a reminder that has not been sent. */
export default async function EditReminderPage({ params }: Props) {
  const { id, reminderId } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "reminder.edit") || !z.uuid().safeParse(reminderId).success) notFound();
  const [t, reminder] = await Promise.all([
    getTranslations("mailing.reminders"),
    reminderForOrganizer(actor, id, reminderId).catch((error) => {
      if (error instanceof Refusal) notFound();
      throw error;
    }),
  ]);
  if (reminder.sentAt) notFound();
  const { revision, anchor, audience, offsetMinutes, subject, body } = reminder;
  const values = {
    id: reminder.id,
    revision,
    anchor,
    audience,
    ...fromMinutes(offsetMinutes),
    subject,
    body,
  };
  return (
    <Section title={t("edit")}>
      <ReminderForm values={values} event={datesOf(event)} action={editReminderAction} />
    </Section>
  );
}
