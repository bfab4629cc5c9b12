import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { EventLine } from "@/components/events/event-line";
import { PeriodMarks } from "@/components/periods/period-banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { eventKinds } from "@/db/enums";
import { publicEvents } from "@/domain/events/queries";
import { groupProfile } from "@/domain/group/queries";
import { closedPeriodsBy } from "@/domain/periods/queries";
import { now } from "@/lib/clock";
import { pageMetadata } from "@/lib/seo";
import { dayIn } from "@/lib/time";

const asked = z.object({ kind: z.enum(eventKinds).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("events");
  return pageMetadata({
    title: t("title"),
    description: t("lead"),
    path: "/events",
    locale: await getLocale(),
  });
}

/** Every public event: what comes, then what was. */
export default async function EventsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { kind } = asked.parse(await searchParams);
  const at = now();
  const [t, enums, locale, upcoming, past] = await Promise.all([
    getTranslations("events"),
    getTranslations("enums.eventKind"),
    getLocale(),
    publicEvents(at, "upcoming", kind),
    publicEvents(at, "past", kind),
  ]);
  const { zone } = await groupProfile();
  const dated = past.map((event) => ({ id: event.id, day: dayIn(event.startsAt, event.zone) }));
  const closed = await closedPeriodsBy("event", dated, dayIn(at, zone), at);
  return (
    <>
      <PageHeading title={t("title")} below={t("lead")} />
      <form method="get" className="mb-8 flex flex-wrap items-end gap-3 print:hidden">
        <div className="space-y-1 text-sm">
          <label htmlFor="kind" className="block font-medium">
            {t("kind")}
          </label>
          <Select id="kind" name="kind" defaultValue={kind ?? ""}>
            <option value="">{t("allKinds")}</option>
            {eventKinds.map((one) => (
              <option key={one} value={one}>
                {enums(one)}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit">{t("show")}</Button>
        <a href={`/${locale}/events.ics`} className="link ms-auto text-sm">
          {t("subscribe")}
        </a>
      </form>
      <Section title={t("upcoming", { count: upcoming.length })} className="mb-10">
        {upcoming.length === 0 ? (
          <EmptyState title={t("noneUpcoming")} />
        ) : (
          <ol>
            {upcoming.map((event) => (
              <EventLine key={event.id} event={event} />
            ))}
          </ol>
        )}
      </Section>
      <Section title={t("past", { count: past.length })}>
        {past.length === 0 ? (
          <EmptyState title={t("nonePast")} />
        ) : (
          <ol>
            {past.map((event) => (
              <EventLine key={event.id} event={event}>
                <PeriodMarks periods={closed.get(event.id)} />
              </EventLine>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}
