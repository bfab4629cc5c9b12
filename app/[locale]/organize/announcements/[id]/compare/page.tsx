import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { EditionDifference } from "@/components/announcements/edition-difference";
import { ListFilter } from "@/components/list/list-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { locales } from "@/db/enums";
import { comparedEditions } from "@/domain/announcements/comparison/queries";
import { oneOf, type SearchParams } from "@/lib/list";
import { announcementsRoom } from "../../choices";
import { announcementHere } from "../announcement";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements.compare");
  return { title: t("title") };
}

const revision = z.uuid().optional().catch(undefined);
const asked = z.object({ from: revision, to: revision, lang: oneOf(locales) });

/** What changed from one revision of a language to another; the last against the one before it where none is named. */
export default async function CompareEditionsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, announcement } = await announcementHere(id);
  const [t, enums, locale, query] = await Promise.all([
    getTranslations("announcements"),
    getTranslations("enums.locale"),
    getLocale(),
    searchParams.then(asked.parse),
  ]);
  const { heads, latest, original } = announcement;
  const known = (wanted: string | undefined) => heads.find((head) => head.id === wanted);
  const lang = known(query.to)?.locale ?? known(query.from)?.locale ?? query.lang ?? original;
  if (!lang) notFound();
  const own = heads.filter((head) => head.locale === lang).toSorted((a, b) => b.number - a.number);
  const to = own.find((head) => head.id === query.to) ?? own[0];
  const from =
    own.find((head) => head.id === query.from) ?? own.find((head) => to && head.number < to.number);
  const choices = own.map((head) => ({
    value: head.id,
    label: t("compare.choice", {
      revision: t("revisionNumber", { language: enums(lang), number: head.number }),
      name: head.savedByName,
    }),
  }));
  const base = `${announcementsRoom(locale)}/${id}/compare`;
  const others = locales.filter((one) => one !== lang && latest[one]);
  return (
    <Section
      title={t("compare.title")}
      aside={others.map((one) => (
        <Link key={one} className="link text-sm" href={`${base}?lang=${one}` as Route}>
          {t("compare.otherLanguage", { language: enums(one) })}
        </Link>
      ))}
    >
      {from && to ? (
        <>
          <ListFilter
            filters={[
              { name: "from", label: t("compare.from"), value: from.id, choices },
              { name: "to", label: t("compare.to"), value: to.id, choices },
            ]}
          />
          <EditionDifference
            {...(await comparedEditions(actor, { announcementId: id, fromId: from.id, toId: to.id }))}
          />
        </>
      ) : (
        <EmptyState title={t("compare.onlyOne", { language: enums(lang) })} />
      )}
    </Section>
  );
}
