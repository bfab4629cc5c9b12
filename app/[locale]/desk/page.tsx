import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { focalPoint } from "@/app/_request/actor";
import { EventLine } from "@/components/events/event-line";
import { StatementLine } from "@/components/statements/statement-line";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { openEvents } from "@/domain/events/queries";
import { groupProfile } from "@/domain/group/queries";
import { nameOf } from "@/domain/organisations/name-of";
import { statementsEndorsedBy } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { dayIn } from "@/lib/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

/** What is asked of a focal point's organisation: which events are open, which statements it stands behind. */
export default async function DeskPage() {
  const at = now();
  const actor = await focalPoint();
  const group = await groupProfile();
  const [t, locale, name, events, statements] = await Promise.all([
    getTranslations("desk"),
    getLocale(),
    nameOf(actor.organisationId),
    openEvents(at),
    statementsEndorsedBy(actor.organisationId, dayIn(at, group.zone), at),
  ]);
  return (
    <div className="space-y-10">
      <PageHeading title={t("title")} below={t("lead", { organisation: pick(name, locale).text })} />
      <Section title={t("events")}>
        {events.length === 0 ? (
          <EmptyState title={t("noEvents")} />
        ) : (
          <ul>
            {events.map((event) => (
              <EventLine key={event.id} event={event} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("endorsed")}>
        {statements.length === 0 ? (
          <EmptyState title={t("noneEndorsed")} />
        ) : (
          <ul>
            {statements.map((statement) => (
              <StatementLine key={statement.id} statement={statement} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
