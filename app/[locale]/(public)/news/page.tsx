import type { Metadata, Route } from "next";
import Link from "next/link";
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
import { publicTags } from "@/domain/announcements/tags";
import { groupProfile } from "@/domain/group/queries";
import { closedPeriodsBy } from "@/domain/periods/queries";
import { now } from "@/lib/clock";
import { oneOf, pageNumber, query, type SearchParams, searchWords } from "@/lib/list";
import { pageMetadata } from "@/lib/seo";
import { dayIn } from "@/lib/time";

const asked = z.object({ kind: oneOf(announcementKinds), tag: searchWords, page: pageNumber });

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  const [t, locale, sent] = await Promise.all([getTranslations("announcements"), getLocale(), searchParams]);
  const { kind, tag } = asked.parse(sent);
  const feed = query({ kind, tag });
  return pageMetadata({ title: t("news"), description: t("lead"), path: "/news", locale, feed });
}

/** What the group has announced, latest first. */
export default async function NewsPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = asked.parse(await searchParams);
  const at = now();
  const locale = await getLocale();
  const [t, kinds, subscriptions, group, tags, { rows, total }] = await Promise.all([
    getTranslations("announcements"),
    getTranslations("enums.announcementKind"),
    getTranslations("subscriptions"),
    groupProfile(),
    publicTags(at),
    publicAnnouncements(locale, at, filter),
  ]);
  const dated = rows.map(({ id, firstPublicAt }) => ({ id, day: dayIn(firstPublicAt, group.zone) }));
  const closed = await closedPeriodsBy("announcement", dated, dayIn(at, group.zone), at);
  const chosen = query({ kind: filter.kind, tag: filter.tag });
  const feed = chosen === "?" ? "" : chosen;
  return (
    <>
      <PageHeading
        title={t("news")}
        below={t("lead")}
        actions={
          <span className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            <Link className="link inline-block py-0.5" href={`/${locale}/news/subscribe` as Route}>
              {subscriptions("title")}
            </Link>
            <a className="link inline-block py-0.5" href={`/${locale}/feed.xml${feed}`}>
              {t("feed")}
            </a>
            <a className="link inline-block py-0.5" href={`/${locale}/rss.xml${feed}`}>
              {t("rss")}
            </a>
          </span>
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
          {
            name: "tag",
            label: t("tag"),
            value: filter.tag,
            any: t("anyTag"),
            choices: tags.map((value) => ({ value, label: value })),
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
      <Pager
        total={total}
        page={filter.page}
        size={pageSize}
        current={{ kind: filter.kind, tag: filter.tag }}
      />
    </>
  );
}
