import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AnnouncementLine } from "@/components/announcements/announcement-line";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { PeriodMarks } from "@/components/periods/period-banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { announcementKinds } from "@/db/enums";
import { pageSize, publicAnnouncements } from "@/domain/announcements/queries";
import { groupProfile } from "@/domain/group/queries";
import { closedPeriodsBy } from "@/domain/periods/queries";
import { now } from "@/lib/clock";
import { oneOf, pageNumber, type SearchParams } from "@/lib/list";
import { pageMetadata } from "@/lib/seo";
import { dayIn } from "@/lib/time";

const asked = z.object({ kind: oneOf(announcementKinds), page: pageNumber });

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("announcements"), getLocale()]);
  return pageMetadata({ title: t("news"), description: t("lead"), path: "/news", locale });
}

/** What the group has announced, latest first. */
export default async function NewsPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = asked.parse(await searchParams);
  const at = now();
  const locale = await getLocale();
  const [t, kinds, group, { rows, total }] = await Promise.all([
    getTranslations("announcements"),
    getTranslations("enums.announcementKind"),
    groupProfile(),
    publicAnnouncements(locale, at, filter),
  ]);
  const dated = rows.map(({ id, firstPublicAt }) => ({ id, day: dayIn(firstPublicAt, group.zone) }));
  const closed = await closedPeriodsBy("announcement", dated, dayIn(at, group.zone), at);
  return (
    <>
      <PageHeading
        title={t("news")}
        below={t("lead")}
        actions={
          <a className="link text-sm" href={`/${locale}/feed.xml`}>
            {t("feed")}
          </a>
        }
      />
      <ListFilter
        filters={[
          {
            name: "kind",
            label: t("kind"),
            value: filter.kind,
            any: t("anyKind"),
            choices: announcementKinds.map((value) => ({ value, label: kinds(value) })),
          },
        ]}
      />
      <h2 className="sr-only">{t("all", { count: total })}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <ol>
          {rows.map((announcement) => (
            <AnnouncementLine key={announcement.id} announcement={announcement} zone={group.zone}>
              <PeriodMarks periods={closed.get(announcement.id)} />
            </AnnouncementLine>
          ))}
        </ol>
      )}
      <Pager total={total} page={filter.page} size={pageSize} current={{ kind: filter.kind }} />
    </>
  );
}
