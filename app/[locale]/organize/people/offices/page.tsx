import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { OfficesTable } from "@/components/people/offices-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { listOffices, pageSize } from "@/domain/people/queries";
import { now } from "@/lib/clock";
import { pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { dayIn } from "@/lib/time";

const asked = z.object({ q: searchWords, page: pageNumber });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("offices") };
}

/** Every office, and who holds it today. */
export default async function OfficesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "office.edit")) notFound();
  const { q, page } = asked.parse(await searchParams);
  const [t, locale, group] = await Promise.all([getTranslations("people"), getLocale(), groupProfile()]);
  const { rows, total } = await listOffices(actor, { q, page }, dayIn(now(), group.zone));
  const base = `/${locale}/organize/people`;
  return (
    <>
      <PageHeading
        title={t("offices")}
        above={
          <Link className="link" href={base as Route}>
            {t("title")}
          </Link>
        }
        actions={
          <LinkButton look="primary" href={`${base}/offices/new` as Route}>
            {t("newOffice")}
          </LinkButton>
        }
      />
      <ListFilter q={q} />
      {rows.length === 0 ? (
        <EmptyState title={t("officeNone")}>{t("officeNoneText")}</EmptyState>
      ) : (
        <OfficesTable rows={rows} />
      )}
      <Pager total={total} page={page} size={pageSize} current={{ q }} />
    </>
  );
}
