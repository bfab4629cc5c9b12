import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReminderForm } from "@/components/mailing/reminder-form";
import { Section } from "@/components/ui/section";
import { type Localized, locales } from "@/db/enums";
import { can } from "@/domain/access/can";
import { datesOf, fromMinutes, type Preset, presets } from "@/domain/reminders/rules";
import { words } from "@/lib/i18n/words";
import { oneOf, type SearchParams } from "@/lib/list";
import { eventHere } from "../../../event";
import { addReminderAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailing.reminders");
  return { title: t("new") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** Planning a reminder, from nothing or from one that is offered. */
export default async function NewReminderPage({ params, searchParams }: Props) {
  const [{ id }, asked, t] = await Promise.all([params, searchParams, getTranslations("mailing.reminders")]);
  const { actor, event } = await eventHere(id);
  if (!can(actor, "reminder.edit")) notFound();
  const names = Object.keys(presets) as [Preset, ...Preset[]];
  const preset = oneOf(names).parse(asked.preset);
  const { offsetMinutes, ...when } = presets[preset ?? "week_before"];
  return (
    <Section title={t("new")}>
      <ReminderForm
        values={{
          eventId: id,
          ...when,
          ...fromMinutes(offsetMinutes),
          subject: preset ? said(preset, "subject") : {},
          body: preset ? said(preset, "body") : {},
        }}
        event={datesOf(event)}
        action={addReminderAction}
      />
    </Section>
  );
}

/** What a ready-made reminder says, in every language, its placeholders unfilled. */
function said(preset: Preset, part: "subject" | "body"): Localized {
  return Object.fromEntries(
    locales.map((locale) => [
      locale,
      String(words(locale, "mailing.reminders").raw(`preset.${preset}.${part}`)),
    ]),
  );
}
