import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Pager } from "@/components/list/pager";
import { FilterChips } from "@/components/participations/filter-chips";
import { ParticipantsFilter } from "@/components/participations/participants-filter";
import { ParticipantsTable } from "@/components/participations/participants-table";
import { SavedFilters } from "@/components/participations/saved-filters";
import { SeatsBar } from "@/components/participations/seats-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/db/enums";
import { can } from "@/domain/access/can";
import { filterChoices } from "@/domain/participations/list/choices";
import { usualColumns } from "@/domain/participations/list/rules";
import { countsByState, listParticipations, pageSize } from "@/domain/participations/queries";
import { sharesOf } from "@/domain/pools/organizer-queries";
import { ownFilters } from "@/domain/saved-filters/queries";
import { now } from "@/lib/clock";
import { namedChoices } from "@/lib/i18n/choices";
import { langOf, pick } from "@/lib/i18n/pick";
import { query, type SearchParams } from "@/lib/list";
import { dayIn, formatClock, formatDay } from "@/lib/time";
import { eventHere } from "../event";
import { decideSeveralAction, foreseeSeveralAction } from "./actions";
import { chipsOf } from "./chips";
import { keptQuery, participantsAsked, partsOf } from "./filter";
import { forgetFilterAction, keepFilterAction, tagAction } from "./list-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participations");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** Who takes part, waits, or awaits a decision. */
export default async function ParticipantsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "participation.list")) notFound();
  const asked = participantsAsked.parse(await searchParams);
  const locale = await getLocale();
  const [t, { rows, total }, counts, choices, kept, shares] = await Promise.all([
    getTranslations("participations"),
    listParticipations(actor, id, asked, locale),
    countsByState(actor, id),
    filterChoices(actor, id),
    ownFilters(actor, id),
    sharesOf(actor, id, now()),
  ]);
  const base = `/${locale}/organize/events/${id}/participants`;
  const current = partsOf(asked);
  const named = {
    organisations: namedChoices(choices.organisations, locale),
    delegations: namedChoices(choices.delegations, locale),
  };
  const chips = await chipsOf(asked, named, { locale, zone: event.zone });
  const tags = choices.tags.map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` }));
  return (
    <>
      <div className="mb-6">
        <SeatsBar counts={counts} shares={shares} capacity={event.capacity} href={base} inLine />
      </div>
      <ParticipantsFilter
        asked={asked}
        {...named}
        tags={tags}
        needs={can(actor, "participation.read-needs")}
        zone={event.zone}
        set={chips.length}
        aside={
          <>
            {can(actor, "mailing.compose") && (
              <Link
                className="link text-sm"
                href={`/${locale}/organize/events/${id}/mail/bulk/new${query(current)}` as Route}
              >
                {t("write", { count: total })}
              </Link>
            )}
            {can(actor, "participation.export") && (
              <>
                <a className="link text-sm" href={`${base}/export${query(current)}`}>
                  {t("export", { count: total })}
                </a>
                <a className="link text-sm" href={`${base}/export${query(current, { as: "xlsx" })}`}>
                  {t("exportXlsx")}
                </a>
                <a
                  className="link text-sm"
                  href={`${base}/export${query(current, { as: "xlsx", since: "last" })}`}
                >
                  {t("exportChanged")}
                </a>
              </>
            )}
            {can(actor, "participation.import") && (
              <Link className="link text-sm" href={`${base}/import` as Route}>
                {t("import")}
              </Link>
            )}
            {can(actor, "participation.add") && (
              <LinkButton look="primary" href={`${base}/new` as Route}>
                {t("add")}
              </LinkButton>
            )}
          </>
        }
      />
      {can(actor, "participation.keep-filter") && (
        <SavedFilters
          eventId={id}
          kept={kept}
          query={keptQuery(asked)}
          keep={keepFilterAction}
          forget={forgetFilterAction}
        />
      )}
      <FilterChips chips={chips} current={current} />
      <ParticipantsTable
        eventId={id}
        rows={rows.map((row) => shown(row, locale, event.zone))}
        columns={asked.columns ?? usualColumns}
        sort={asked.sort}
        current={current}
        base={base}
        mayDecide={can(actor, "participation.approve")}
        total={total}
        query={query(current)}
        foresee={foreseeSeveralAction}
        decide={decideSeveralAction}
        tagging={
          can(actor, "participation.tag")
            ? { known: choices.tags.map(({ tag }) => tag), action: tagAction }
            : undefined
        }
        empty={<EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
      />
      <Pager total={total} page={asked.page} size={pageSize} current={current} />
    </>
  );
}

type Row = Awaited<ReturnType<typeof listParticipations>>["rows"][number];

/** A participant in the reader's language and the event's time. The zone is said beside the filter of changes. */
function shown(row: Row, locale: Locale, zone: string) {
  const organisation = pick(row.organisation, locale);
  const printed = (at: Date) => `${formatDay(dayIn(at, zone), locale)}, ${formatClock(at, zone, locale)}`;
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    courtesyTitle: row.courtesyTitle,
    email: row.email,
    functionalTitle: row.functionalTitle,
    organisation: { text: organisation.text, lang: langOf(organisation, locale) },
    class: row.class,
    level: row.level,
    state: row.state,
    pool: row.pool,
    seatPool: row.seatPool,
    offerExpiresAt: row.offerExpiresAt,
    overrideReason: row.overrideReason,
    tags: row.tags,
    listed: row.listingConsentedAt !== null,
    needs: row.needs,
    checkedIn: row.letInAt && printed(row.letInAt),
    arrival: printed(row.createdAt),
    changed: printed(row.updatedAt),
  };
}
