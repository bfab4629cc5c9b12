import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { SortableTh } from "@/components/list/sort-link";
import { StatusBadge } from "@/components/status-badge";
import { TimeRange } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { eventKinds } from "@/db/enums";
import { can } from "@/domain/access/can";
import { listEvents, pageSize } from "@/domain/events/organizer-queries";
import { eventState } from "@/domain/events/rules";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";

const asked = z.object({
  q: searchWords,
  kind: oneOf(eventKinds),
  when: z.enum(["all", "upcoming", "past"]).catch("all"),
  sort: z.enum(["starts", "-starts", "title"]).catch("-starts"),
  page: pageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("events");
  return { title: t("title") };
}

/** Every event, drafts too. */
export default async function OrganizeEventsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  const at = now();
  const filter = asked.parse(await searchParams);
  const [t, enums, locale, { rows, total }] = await Promise.all([
    getTranslations("events"),
    getTranslations("enums.eventKind"),
    getLocale(),
    listEvents(actor, filter, at),
  ]);
  const current = { q: filter.q, kind: filter.kind, when: filter.when, sort: filter.sort };
  return (
    <>
      <PageHeading
        title={t("title")}
        actions={
          can(actor, "event.create") && (
            <LinkButton look="primary" href={`/${locale}/organize/events/new` as Route}>
              {t("new")}
            </LinkButton>
          )
        }
      />
      <ListFilter
        q={filter.q}
        filters={[
          {
            name: "when",
            label: t("when"),
            value: filter.when,
            choices: (["all", "upcoming", "past"] as const).map((value) => ({
              value,
              label: t(`filter.${value}`),
            })),
          },
          {
            name: "kind",
            label: t("kind"),
            value: filter.kind,
            any: t("allKinds"),
            choices: eventKinds.map((value) => ({ value, label: enums(value) })),
          },
        ]}
        keep={{ sort: filter.sort }}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("noneFound")}>{t("noneFoundText")}</EmptyState>
      ) : (
        <Table label={t("title")}>
          <thead>
            <tr>
              <SortableTh name="title" sort={filter.sort} current={current}>
                {t("name")}
              </SortableTh>
              <SortableTh name="starts" sort={filter.sort} current={current}>
                {t("when")}
              </SortableTh>
              <Th>{t("where")}</Th>
              <Th>{t("state")}</Th>
              <Th className="text-end">{t("seats")}</Th>
              <Th className="text-end">{t("pending")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((event) => {
              const title = pick(event.title, locale);
              return (
                <Tr key={event.id}>
                  <Td>
                    <Link
                      className="link-quiet font-medium"
                      lang={langOf(title, locale)}
                      href={`/${locale}/organize/events/${event.id}` as Route}
                    >
                      {title.text}
                    </Link>
                    <span className="block text-muted text-xs">{enums(event.kind)}</span>
                  </Td>
                  <Td className="tabular-nums">
                    <TimeRange
                      from={event.startsAt}
                      to={event.endsAt}
                      zone={event.zone}
                      allDay={event.allDay}
                    />
                  </Td>
                  <Td>{pick(event.city, locale).text}</Td>
                  <Td>
                    <StatusBadge of="eventState" state={eventState(event, at)} />
                  </Td>
                  <Td className="text-end tabular-nums">
                    {event.capacity === null
                      ? event.seats
                      : t("seatsOf", { taken: event.seats, capacity: event.capacity })}
                  </Td>
                  <Td className="text-end tabular-nums">{event.pending || ""}</Td>
                </Tr>
              );
            })}
          </tbody>
        </Table>
      )}
      <Pager total={total} page={filter.page} size={pageSize} current={current} />
    </>
  );
}
