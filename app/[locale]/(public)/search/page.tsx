import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { FoundList } from "@/components/search/found-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { groupProfile } from "@/domain/group/queries";
import { pageSize, search } from "@/domain/search/queries";
import { foundKinds, searched } from "@/domain/search/rules";
import { now } from "@/lib/clock";
import { oneOf, pageNumber, type SearchParams } from "@/lib/list";
import { pageMetadata } from "@/lib/seo";
import { dayIn } from "@/lib/time";

const asked = z.object({ kind: oneOf(foundKinds), page: pageNumber });

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("search"), getLocale()]);
  const metadata = pageMetadata({ title: t("title"), description: t("lead"), path: "/search", locale });
  return { ...metadata, robots: { index: false, follow: true } };
}

/** Search over everything public. */
export default async function SearchPage({ searchParams }: { searchParams: SearchParams }) {
  const at = now();
  const query = await searchParams;
  const filter = { ...asked.parse(query), q: searched(query.q) };
  const [t, locale, group] = await Promise.all([getTranslations("search"), getLocale(), groupProfile()]);
  const { rows, total } = await search(locale, dayIn(at, group.zone), at, filter);
  return (
    <>
      <PageHeading title={t("title")} below={t("lead")} />
      <ListFilter
        q={filter.q}
        filters={[
          {
            name: "kind",
            label: t("kind"),
            value: filter.kind,
            any: t("anyKind"),
            choices: foundKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
        ]}
      />
      {filter.q !== "" && (
        <>
          <h2 className="sr-only">{t("found", { count: total, q: filter.q })}</h2>
          {rows.length === 0 ? (
            <EmptyState title={t("none", { q: filter.q })}>{t("noneHelp")}</EmptyState>
          ) : (
            <FoundList found={rows} />
          )}
          <Pager
            total={total}
            page={filter.page}
            size={pageSize}
            current={{ q: filter.q, kind: filter.kind }}
          />
        </>
      )}
    </>
  );
}
