import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { PeopleTable } from "@/components/people/people-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { listPeople, pageSize } from "@/domain/people/queries";
import { now } from "@/lib/clock";
import { pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { dayIn } from "@/lib/time";

const asked = z.object({
  q: searchWords,
  sort: z.enum(["name", "-name"]).catch("name"),
  page: pageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

/** Everyone the secretariat knows by name, with the offices they hold today. */
export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "person.edit")) notFound();
  const filter = asked.parse(await searchParams);
  const [t, locale, group, { rows, total }] = await Promise.all([
    getTranslations("people"),
    getLocale(),
    groupProfile(),
    listPeople(actor, filter),
  ]);
  const { page, ...current } = filter;
  const base = `/${locale}/organize/people`;
  return (
    <>
      <PageHeading
        title={t("title")}
        below={
          <span className="flex flex-wrap gap-x-4">
            <Link className="link" href={`${base}/offices` as Route}>
              {t("officesLink")}
            </Link>
            {can(actor, "period.edit") && (
              <Link className="link" href={`${base}/periods` as Route}>
                {t("periodsLink")}
              </Link>
            )}
          </span>
        }
        actions={
          <LinkButton look="primary" href={`${base}/new` as Route}>
            {t("new")}
          </LinkButton>
        }
      />
      <ListFilter q={filter.q} keep={{ sort: filter.sort }} />
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <PeopleTable rows={rows} day={dayIn(now(), group.zone)} sort={filter.sort} current={current} />
      )}
      <Pager total={total} page={page} size={pageSize} current={current} />
    </>
  );
}
