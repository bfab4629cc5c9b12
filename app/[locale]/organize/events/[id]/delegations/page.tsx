import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DelegationsTable } from "@/components/delegations/delegations-table";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { can } from "@/domain/access/can";
import { listDelegations } from "@/domain/delegations/organizer-queries";
import { delegationProgress } from "@/domain/delegations/rules";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { eventHere } from "../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("delegations");
  return { title: t("title") };
}

const lacks = ["head", "credentials", "quota"] as const;
const asked = z.object({
  q: searchWords,
  progress: oneOf(delegationProgress),
  lacks: oneOf(lacks),
  page: pageNumber,
});
const pageSize = 100;

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** The delegations of an event: who has nominated whom, and what is missing. */
export default async function DelegationsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "delegation.list")) notFound();
  const filter = asked.parse(await searchParams);
  const [t, enums, locale, { rows, all }] = await Promise.all([
    getTranslations("delegations"),
    getTranslations("enums"),
    getLocale(),
    listDelegations(actor, event, filter, now()),
  ]);
  const base = `/${locale}/organize/events/${id}/delegations`;
  const named = (row: (typeof rows)[number]) => pick(row.name, locale).text;
  const sorted = rows.toSorted((a, b) => named(a).localeCompare(named(b), locale));
  const { q, progress, page } = filter;
  const toOpen = (
    <LinkButton look={all === 0 ? "primary" : "secondary"} href={`${base}/open` as Route}>
      {t("openNow.title")}
    </LinkButton>
  );
  if (all === 0)
    return (
      <EmptyState title={t("noneYet")} action={toOpen}>
        {t("noneYetText")}
      </EmptyState>
    );
  return (
    <>
      <ListFilter
        q={q}
        filters={[
          {
            name: "progress",
            label: t("progress"),
            value: progress,
            any: t("anyProgress"),
            choices: delegationProgress.map((value) => ({
              value,
              label: enums(`delegationProgress.${value}`),
            })),
          },
          {
            name: "lacks",
            label: t("lacks"),
            value: filter.lacks,
            any: t("lacksNothing"),
            choices: lacks.map((value) => ({ value, label: t(`lacking.${value}`) })),
          },
        ]}
        aside={
          <>
            <LinkButton look="quiet" href={`${base}/message` as Route}>
              {t("writeAll")}
            </LinkButton>
            {toOpen}
          </>
        }
      />
      {sorted.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <DelegationsTable
          rows={sorted.slice((page - 1) * pageSize, page * pageSize)}
          base={base}
          zone={event.zone}
        />
      )}
      <Pager
        total={sorted.length}
        page={page}
        size={pageSize}
        current={{ q, progress, lacks: filter.lacks }}
      />
    </>
  );
}
