import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CountsOnDay } from "@/components/members/counts";
import { CountriesTable } from "@/components/members/directory/countries-table";
import { MemberLists } from "@/components/members/directory/member-lists";
import { WorldMap } from "@/components/members/directory/world-map";
import { DirectoryFilter } from "@/components/members/directory-filter";
import { GrowthChart } from "@/components/members/growth-chart";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { groupProfile } from "@/domain/group/queries";
import { day } from "@/domain/input";
import { countriesOf, ordered } from "@/domain/members/directory/rules";
import { publicDirectory } from "@/domain/members/queries";
import { now } from "@/lib/clock";
import { byNameIn, pick } from "@/lib/i18n/pick";
import { query, type SearchParams } from "@/lib/list";
import { pageMetadata } from "@/lib/seo";
import { dayIn, formatDay } from "@/lib/time";
import { landOutline, shapeOf, size } from "@/lib/world/map";
import { directoryAsked } from "./asked";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("members"), getLocale()]);
  return pageMetadata({ title: t("title"), description: t("lead"), path: "/members", locale });
}

/** Who is a member on a day, in lists and on the map, and how the group has grown. */
export default async function MembersPage({ searchParams }: { searchParams: SearchParams }) {
  const { asOf: written, view, sort, ...asked } = directoryAsked.parse(await searchParams);
  const at = now();
  const [t, application, locale, group] = await Promise.all([
    getTranslations("members"),
    getTranslations("application"),
    getLocale(),
    groupProfile(),
  ]);
  const today = dayIn(at, group.zone);
  const asOf = day.safeParse(written).data ?? today;
  const { members, counts, growth } = await publicDirectory(asOf, at, asked);
  const words = formatDay(asOf, locale);
  const shown = ordered(members, sort, { day: asOf, byName: byNameIn(locale) });
  const countries = countriesOf(members.toSorted(byNameIn(locale)));
  const file = (format: string) => `/${locale}/members/export${query({ format, asOf, ...asked })}`;
  return (
    <>
      <PageHeading
        title={t("title")}
        below={<CountsOnDay counts={counts} day={words} />}
        actions={
          <Link href={`/${locale}/members/apply` as Route} className="link text-sm print:hidden">
            {application("link")}
          </Link>
        }
      />
      {written !== "" && !day.safeParse(written).success && (
        <Notice tone="warning" title={t("notADay", { value: written })} className="mb-6">
          <p>{t("notADayText")}</p>
        </Notice>
      )}
      {asOf > today && (
        <Notice title={t("future", { day: words })} className="mb-6">
          <p>{t("futureText")}</p>
        </Notice>
      )}
      <DirectoryFilter
        asOf={asOf}
        view={view}
        sort={sort}
        {...{ kind: undefined, sector: undefined, region: undefined, ...asked }}
      />
      {asOf !== today && (
        <p className="-mt-4 mb-8 text-sm print:hidden">
          <Link href={`/${locale}/members` as Route} className="link">
            {t("today")}
          </Link>
        </p>
      )}
      <div className="space-y-10">
        {shown.length === 0 && <EmptyState title={t("noneFound")}>{t("noneFoundText")}</EmptyState>}
        <MemberLists members={shown} view={view} day={asOf} />
        {countries.length > 0 && (
          <Section title={t("map.title", { day: words })}>
            <WorldMap land={landOutline()} size={size} places={placesOf(countries, locale)} />
            <details className="mt-4 text-sm">
              <summary className="link min-h-6">{t("map.asTable")}</summary>
              <CountriesTable rows={countries} day={asOf} />
            </details>
          </Section>
        )}
        {growth.length > 0 && (
          <Section title={t("growth")}>
            <GrowthChart steps={growth} until={asOf} />
          </Section>
        )}
        <Section title={t("files")} className="print:hidden">
          <p className="mb-2 text-muted text-sm">{t("filesLead", { day: words })}</p>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            <li>
              <a className="link inline-block min-h-6" href={file("csv")}>
                {t("csv")}
              </a>
            </li>
            <li>
              <a className="link inline-block min-h-6" href={file("json")}>
                {t("json")}
              </a>
            </li>
          </ul>
        </Section>
      </div>
    </>
  );
}

type Country = ReturnType<
  typeof countriesOf<Awaited<ReturnType<typeof publicDirectory>>["members"][number]>
>[number];

/** The countries that are somewhere on the map. Those that are on none are in the table. */
function placesOf(countries: readonly Country[], locale: Awaited<ReturnType<typeof getLocale>>) {
  return countries.flatMap(({ country, name, slug }) => {
    const shape = shapeOf(country);
    const said = pick(name, locale).text;
    return shape ? [{ country, name: said, href: `/${locale}/members/${slug}`, ...shape }] : [];
  });
}
