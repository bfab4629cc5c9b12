import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { LanguageStates } from "@/components/announcements/language-states";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { SortableTh } from "@/components/list/sort-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { announcementKinds } from "@/db/enums";
import { can } from "@/domain/access/can";
import { listAnnouncements, pageSize } from "@/domain/announcements/organizer-queries";
import { groupProfile } from "@/domain/group/queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { dayIn, formatDay } from "@/lib/time";

const asked = z.object({
  q: searchWords,
  kind: oneOf(announcementKinds),
  sort: z.enum(["created", "-created", "title"]).catch("-created"),
  page: pageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements");
  return { title: t("title") };
}

/** Every announcement, with where each of its languages stands. */
export default async function OrganizeAnnouncementsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "announcement.list")) notFound();
  const at = now();
  const filter = asked.parse(await searchParams);
  const locale = await getLocale();
  const [t, kinds, group, { rows, total }] = await Promise.all([
    getTranslations("announcements"),
    getTranslations("enums.announcementKind"),
    groupProfile(),
    listAnnouncements(actor, filter, locale),
  ]);
  const current = { q: filter.q, kind: filter.kind, sort: filter.sort };
  return (
    <>
      <PageHeading
        title={t("title")}
        actions={
          can(actor, "announcement.create") && (
            <>
              <LinkButton href={`/${locale}/organize/announcements/boilerplate` as Route}>
                {t("boilerplate.title")}
              </LinkButton>
              <LinkButton look="primary" href={`/${locale}/organize/announcements/new` as Route}>
                {t("new")}
              </LinkButton>
            </>
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
            choices: announcementKinds.map((value) => ({ value, label: kinds(value) })),
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
              <SortableTh name="title" sort={filter.sort} current={current}>
                {t("announcement")}
              </SortableTh>
              <Th>{t("event")}</Th>
              <Th>{t("stands")}</Th>
              <SortableTh name="created" sort={filter.sort} current={current}>
                {t("begun")}
              </SortableTh>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id}>
                <Td className="min-w-56">
                  <Link
                    className="link-quiet font-medium"
                    lang={row.titleLocale ?? undefined}
                    href={`/${locale}/organize/announcements/${row.id}` as Route}
                  >
                    {row.title}
                  </Link>
                  <span className="block text-muted text-xs">{kinds(row.kind)}</span>
                </Td>
                <Td>{row.eventTitle && pick(row.eventTitle, locale).text}</Td>
                <Td>
                  <LanguageStates
                    languages={row.languages}
                    publications={row.publications.map((one) => ({
                      locale: one.locale,
                      publicFrom: new Date(one.from),
                      withdrawnAt: one.gone ? new Date(one.gone) : null,
                      unreviewed: one.unreviewed,
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
