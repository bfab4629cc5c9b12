import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { SortableTh } from "@/components/list/sort-link";
import { PublicationBadges } from "@/components/statements/publication-badges";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { statementKinds } from "@/db/enums";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { listStatements, pageSize } from "@/domain/statements/organizer-queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { dayIn, formatDay } from "@/lib/time";

const asked = z.object({
  q: searchWords,
  kind: oneOf(statementKinds),
  sort: z.enum(["created", "-created"]).catch("-created"),
  page: pageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("title") };
}

/** Every statement, with where each stands. */
export default async function OrganizeStatementsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "statement.list")) notFound();
  const at = now();
  const filter = asked.parse(await searchParams);
  const [t, kinds, locale, group, { rows, total }] = await Promise.all([
    getTranslations("statements"),
    getTranslations("enums.statementKind"),
    getLocale(),
    groupProfile(),
    listStatements(actor, filter),
  ]);
  const current = { q: filter.q, kind: filter.kind, sort: filter.sort };
  return (
    <>
      <PageHeading
        title={t("title")}
        actions={
          can(actor, "statement.create") && (
            <LinkButton look="primary" href={`/${locale}/organize/statements/new` as Route}>
              {t("new")}
            </LinkButton>
          )
        }
      />
      <ListFilter
        q={filter.q}
        filters={[
          {
            name: "kind",
            label: t("kind"),
            value: filter.kind,
            any: t("anyKind"),
            choices: statementKinds.map((value) => ({ value, label: kinds(value) })),
          },
        ]}
        keep={{ sort: filter.sort }}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("noneFound")} />
      ) : (
        <Table label={t("title")}>
          <thead>
            <tr>
              <Th>{t("statement")}</Th>
              <Th>{t("event")}</Th>
              <Th className="text-end">{t("revisions")}</Th>
              <Th>{t("stands")}</Th>
              <SortableTh name="created" sort={filter.sort} current={current}>
                {t("begun")}
              </SortableTh>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id}>
                <Td>
                  <Link
                    className="link-quiet font-medium"
                    lang={row.authenticLocale}
                    href={`/${locale}/organize/statements/${row.id}` as Route}
                  >
                    {row.title}
                  </Link>
                  <span className="block text-muted text-xs">{kinds(row.kind)}</span>
                </Td>
                <Td>{row.eventTitle && pick(row.eventTitle, locale).text}</Td>
                <Td className="text-end tabular-nums">{row.revisions}</Td>
                <Td>
                  <PublicationBadges
                    adopted={row.adoptedAt !== null}
                    publications={row.publications.map((one) => ({
                      locale: one.locale,
                      publicFrom: new Date(one.from),
                      withdrawnAt: one.gone ? new Date(one.gone) : null,
                    }))}
                    at={at}
                  />
                </Td>
                <Td className="whitespace-nowrap">{formatDay(dayIn(row.createdAt, group.zone), locale)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager total={total} page={filter.page} size={pageSize} current={current} />
    </>
  );
}
