import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { Pager } from "@/components/list/pager";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { can } from "@/domain/access/can";
import { listReleases, pageSize } from "@/domain/releases/queries";
import { pick } from "@/lib/i18n/pick";
import { pageNumber, type SearchParams } from "@/lib/list";

const asked = z.object({ page: pageNumber });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("releases");
  return { title: t("title") };
}

/** Every release: what goes out next, and what has. */
export default async function ReleasesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "release.list")) notFound();
  const { page } = asked.parse(await searchParams);
  const [t, locale, { rows, total }] = await Promise.all([
    getTranslations("releases"),
    getLocale(),
    listReleases(actor, { page }),
  ]);
  const base = `/${locale}/organize/releases`;
  return (
    <>
      <PageHeading
        title={t("title")}
        below={<p className="measure">{t("lead")}</p>}
        actions={
          can(actor, "release.edit") && (
            <LinkButton look="primary" href={`${base}/new` as Route}>
              {t("new")}
            </LinkButton>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <Table label={t("title")}>
          <thead>
            <tr>
              <Th>{t("name")}</Th>
              <Th>{t("stands")}</Th>
              <Th>{t("when")}</Th>
              <Th>{t("holds")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const when = row.publicFrom ?? row.scheduledFor;
              return (
                <Tr key={row.id}>
                  <Td className="min-w-56">
                    <Link className="link-quiet font-medium" href={`${base}/${row.id}` as Route}>
                      {row.title}
                    </Link>
                    {row.eventTitle && (
                      <span className="block text-muted text-xs">{pick(row.eventTitle, locale).text}</span>
                    )}
                  </Td>
                  <Td>
                    <StatusBadge of="releaseState" state={row.state} />
                  </Td>
                  <Td className="min-w-40">{when && <Time at={when} zone={row.zone} />}</Td>
                  <Td>{t("count", { count: row.kinds.length })}</Td>
                </Tr>
              );
            })}
          </tbody>
        </Table>
      )}
      <Pager total={total} page={page} size={pageSize} current={{}} />
    </>
  );
}
