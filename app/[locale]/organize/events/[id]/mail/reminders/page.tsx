import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RemindersTable } from "@/components/mailing/reminders-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { listReminders } from "@/domain/reminders/queries";
import { byMoment, type Preset, presets } from "@/domain/reminders/rules";
import { now } from "@/lib/clock";
import { eventHere } from "../../event";
import { removeReminderAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailing.reminders");
  return { title: t("title") };
}

/** The reminders of an event, each with the instant at which it leaves. */
export default async function RemindersPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "reminder.edit")) notFound();
  const [t, locale, rows] = await Promise.all([
    getTranslations("mailing.reminders"),
    getLocale(),
    listReminders(actor, id),
  ]);
  const base = `/${locale}/organize/events/${id}/mail/reminders`;
  const unused = (Object.keys(presets) as Preset[]).filter(
    (name) =>
      !rows.some(
        (row) =>
          row.anchor === presets[name].anchor &&
          row.offsetMinutes === presets[name].offsetMinutes &&
          row.audience === presets[name].audience,
      ),
  );
  return (
    <div className="space-y-8">
      <Section
        title={t("title")}
        aside={
          <LinkButton look="primary" href={`${base}/new` as Route}>
            {t("new")}
          </LinkButton>
        }
      >
        <p className="measure mb-4 text-muted text-sm">{t("lead")}</p>
        {rows.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        ) : (
          <RemindersTable
            rows={byMoment(rows, event, now())}
            zone={event.zone}
            base={base}
            remove={removeReminderAction}
          />
        )}
      </Section>
      {unused.length > 0 && (
        <Section title={t("presets")} level={3}>
          <ul className="space-y-2 text-sm">
            {unused.map((name) => (
              <li key={name}>
                <Link className="link" href={`${base}/new?preset=${name}` as Route}>
                  {t(`preset.${name}.title`)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
