import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { StatusBadge } from "@/components/status-badge";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { accessionStates, organisationKinds } from "@/db/enums";
import { can } from "@/domain/access/can";
import { listAccessions, pageSize } from "@/domain/accessions/organizer-queries";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { dayIn, formatDay } from "@/lib/time";

const asked = z.object({
  q: searchWords,
  kind: oneOf(organisationKinds),
  state: oneOf(accessionStates),
  deadline: oneOf(["overdue"]),
  page: pageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accessions");
  return { title: t("title") };
}

/** Every application, with where it stands and what is overdue. */
export default async function AccessionsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "accession.list")) notFound();
  const at = now();
  const { deadline, ...filter } = asked.parse(await searchParams);
  const [t, enums, locale, { zone }] = await Promise.all([
    getTranslations("accessions"),
    getTranslations("enums"),
    getLocale(),
    groupProfile(),
  ]);
  const today = dayIn(at, zone);
  const { rows, total } = await listAccessions(
    actor,
    { ...filter, overdue: deadline !== undefined },
    { at, today },
    locale,
  );
  const current = { q: filter.q, kind: filter.kind, state: filter.state, deadline };
  const base = `/${locale}/organize/accessions`;
  return (
    <>
      <PageHeading
        title={t("title")}
        below={t("lead")}
        actions={
          <>
            <LinkButton href={`${base}/board` as Route}>{t("board")}</LinkButton>
            <LinkButton look="primary" href={`${base}/new` as Route}>
              {t("record")}
            </LinkButton>
          </>
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
            choices: organisationKinds.map((value) => ({ value, label: enums(`organisationKind.${value}`) })),
          },
          {
            name: "state",
            label: t("state"),
            value: filter.state,
            any: t("anyState"),
            choices: accessionStates.map((value) => ({ value, label: enums(`accessionState.${value}`) })),
          },
          {
            name: "deadline",
            label: t("deadline"),
            value: deadline,
            any: t("anyDeadline"),
            choices: [{ value: "overdue", label: t("onlyOverdue") }],
          },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <Table label={t("title")}>
          <thead>
            <tr>
              <Th>{t("applicant")}</Th>
              <Th>{t("state")}</Th>
              <Th>{t("deadline")}</Th>
              <Th>{t("received")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const name = pick(row.name, locale);
              return (
                <Tr key={row.id}>
                  <Td className="min-w-48">
                    <Link
                      className="link-quiet break-words font-medium"
                      lang={langOf(name, locale)}
                      href={`${base}/${row.id}` as Route}
                    >
                      {name.text}
                    </Link>
                    <span className="block text-muted text-xs">{enums(`organisationKind.${row.kind}`)}</span>
                  </Td>
                  <Td>
                    <StatusBadge of="accessionState" state={row.state} />
                  </Td>
                  <Td className="whitespace-nowrap">
                    {row.due && formatDay(row.due, locale)}{" "}
                    {row.overdue && <Badge tone="danger">{t("overdue")}</Badge>}
                  </Td>
                  <Td>
                    <span className="whitespace-nowrap">{formatDay(row.receivedOn, locale)}</span>
                    <span className="block text-muted text-xs">{enums(`accessionSource.${row.source}`)}</span>
                  </Td>
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
