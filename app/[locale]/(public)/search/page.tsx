import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { FacetList } from "@/components/search/facet-list";
import { FoundList } from "@/components/search/found-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { groupProfile } from "@/domain/group/queries";
import { slug } from "@/domain/input";
import { pageSize, search } from "@/domain/search/queries";
import { type FoundKind, foundKinds, searched } from "@/domain/search/rules";
import { now } from "@/lib/clock";
import { oneOf, pageNumber, type SearchParams } from "@/lib/list";
import { pageMetadata } from "@/lib/seo";
import { dayIn } from "@/lib/time";

const asked = z.object({
  kind: oneOf(foundKinds),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  tag: z.string().min(1).max(100).transform(searched).optional().catch(undefined),
  member: slug.optional().catch(undefined),
  page: pageNumber,
});

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
  const { rows, total, facets } = await search(locale, dayIn(at, group.zone), at, filter);
  const { q, kind, tag, member } = filter;
  const year = filter.year?.toString();
  const current = { q, kind, year, tag, member };
  return (
    <>
      <PageHeading title={t("title")} below={t("lead")} />
      <ListFilter q={q} />
      {q !== "" && (
        <>
          <h2 className="sr-only">{t("found", { count: total, q })}</h2>
          <FacetList
            current={current}
            facets={[
              {
                name: "kind",
                value: kind,
                values: facets.kind.map((one) => ({ ...one, label: t(`kinds.${one.value as FoundKind}`) })),
              },
              { name: "year", value: year, values: facets.year },
              { name: "tag", value: tag?.toLowerCase(), values: facets.tag },
              { name: "member", value: member, values: facets.member },
            ]}
          />
          {rows.length === 0 ? (
            <EmptyState title={t("none", { q })}>{t("noneHelp")}</EmptyState>
          ) : (
            <FoundList found={rows} />
          )}
          <Pager total={total} page={filter.page} size={pageSize} current={current} />
        </>
      )}
    </>
  );
}
