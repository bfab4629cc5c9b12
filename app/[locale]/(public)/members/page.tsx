import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { CountsOnDay } from "@/components/members/counts";
import { DirectoryFilter } from "@/components/members/directory-filter";
import { GrowthChart } from "@/components/members/growth-chart";
import { MemberCard } from "@/components/members/member-card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { organisationKinds, sectors } from "@/db/enums";
import { groupProfile } from "@/domain/group/queries";
import { day } from "@/domain/input";
import { publicDirectory } from "@/domain/members/queries";
import { membersBySector, spellOn } from "@/domain/members/rules";
import { byKind } from "@/domain/organisations/rules";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { oneOf, type SearchParams } from "@/lib/list";
import { pageMetadata } from "@/lib/seo";
import { dayIn, formatDay } from "@/lib/time";

const asked = z.object({
  asOf: z.string().trim().max(40).catch(""),
  kind: oneOf(organisationKinds),
  sector: oneOf(sectors),
});

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("members"), getLocale()]);
  return pageMetadata({ title: t("title"), description: t("lead"), path: "/members", locale });
}

/** Who is a member on a day, by kind and sector, and how the group has grown. */
export default async function MembersPage({ searchParams }: { searchParams: SearchParams }) {
  const { asOf: written, kind, sector } = asked.parse(await searchParams);
  const at = now();
  const [t, application, locale, group] = await Promise.all([
    getTranslations("members"),
    getTranslations("application"),
    getLocale(),
    groupProfile(),
  ]);
  const today = dayIn(at, group.zone);
  const asOf = day.safeParse(written).data ?? today;
  const { members, counts, growth } = await publicDirectory(asOf, at);
  const words = formatDay(asOf, locale);
  const chosen = (sector ? membersBySector(members, sector) : members)
    .filter((member) => !kind || member.kind === kind)
    .toSorted((a, b) => pick(a.name, locale).text.localeCompare(pick(b.name, locale).text, locale));
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
      <DirectoryFilter asOf={asOf} kind={kind} sector={sector} />
      {asOf !== today && (
        <p className="-mt-4 mb-8 text-sm print:hidden">
          <Link href={`/${locale}/members` as Route} className="link">
            {t("today")}
          </Link>
        </p>
      )}
      <div className="space-y-10">
        {chosen.length === 0 && <EmptyState title={t("noneFound")}>{t("noneFoundText")}</EmptyState>}
        {byKind(chosen).map((group) => (
          <Section
            key={group.kind}
            title={t(`kinds.${group.kind}`)}
            aside={<span className="text-muted tabular-nums">{group.items.length}</span>}
          >
            <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
              {group.items.map((member) => (
                <MemberCard key={member.id} member={member} spell={spellOn(member.spells, asOf)} />
              ))}
            </ul>
          </Section>
        ))}
        {growth.length > 0 && (
          <Section title={t("growth")}>
            <GrowthChart steps={growth} until={asOf} />
          </Section>
        )}
      </div>
    </>
  );
}
