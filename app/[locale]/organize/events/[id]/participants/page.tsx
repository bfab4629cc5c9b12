import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { ParticipantsTable } from "@/components/participations/participants-table";
import { SeatsBar } from "@/components/participations/seats-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { participationClasses, participationStates } from "@/db/enums";
import { can } from "@/domain/access/can";
import { countsByState, listParticipations, pageSize } from "@/domain/participations/queries";
import { sharesOf } from "@/domain/pools/organizer-queries";
import { now } from "@/lib/clock";
import { query, type SearchParams } from "@/lib/list";
import { eventHere } from "../event";
import { decideSeveralAction, foreseeSeveralAction } from "./actions";
import { participantsAsked } from "./filter";

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
  const filter = participantsAsked.parse(await searchParams);
  const [t, enums, locale, { rows, total }, counts, shares] = await Promise.all([
    getTranslations("participations"),
    getTranslations("enums"),
    getLocale(),
    listParticipations(actor, id, filter),
    countsByState(actor, id),
    sharesOf(actor, id, now()),
  ]);
  const base = `/${locale}/organize/events/${id}/participants`;
  const current = { q: filter.q, state: filter.state, class: filter.class, sort: filter.sort };
  const sorts = ["arrival", "-arrival", "name", "organisation", "state"] as const;
  return (
    <>
      <div className="mb-6 max-w-md">
        <SeatsBar counts={counts} shares={shares} capacity={event.capacity} href={base} />
      </div>
      <ListFilter
        q={filter.q}
        filters={[
          {
            name: "state",
            label: t("state"),
            value: filter.state,
            any: t("anyState"),
            choices: participationStates.map((value) => ({
              value,
              label: enums(`participationState.${value}`),
            })),
          },
          {
            name: "class",
            label: t("class"),
            value: filter.class,
            any: t("anyClass"),
            choices: participationClasses.map((value) => ({
              value,
              label: enums(`participationClass.${value}`),
            })),
          },
          {
            name: "sort",
            label: t("sort"),
            value: filter.sort,
            choices: sorts.map((value) => ({ value, label: t(`sorts.${value}`) })),
          },
        ]}
        aside={
          <>
            {can(actor, "participation.export") && (
              <a className="link text-sm" href={`${base}/export${query(current)}`}>
                {t("export", { count: total })}
              </a>
            )}
            {can(actor, "participation.add") && (
              <LinkButton look="primary" href={`${base}/new` as Route}>
                {t("add")}
              </LinkButton>
            )}
          </>
        }
      />
      <ParticipantsTable
        empty={<EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
        eventId={id}
        rows={rows}
        base={base}
        mayDecide={can(actor, "participation.approve")}
        total={total}
        query={query(current)}
        foresee={foreseeSeveralAction}
        decide={decideSeveralAction}
      />
      <Pager total={total} page={filter.page} size={pageSize} current={current} />
    </>
  );
}
