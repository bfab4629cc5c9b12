import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PublicErrata } from "@/components/errata/public-errata";
import { Sayings } from "@/components/positions/sayings";
import { Signatories } from "@/components/positions/signatories";
import { AdoptionRecord } from "@/components/statements/adoption-record";
import { Cite } from "@/components/statements/cite";
import { Editions } from "@/components/statements/editions";
import { LanguageNotices } from "@/components/statements/language-notices";
import { paragraphNames } from "@/components/statements/paragraph-names";
import { Succession } from "@/components/statements/succession";
import { Treaty } from "@/components/statements/treaty";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { verifiedErrata } from "@/domain/errata/queries";
import { groupProfile } from "@/domain/group/queries";
import { day } from "@/domain/input";
import { endorsementsOn } from "@/domain/positions/queries";
import { notesOf, referencesOf } from "@/domain/positions/rules";
import { plainWords } from "@/domain/statements/inline/rules";
import { publicEditions } from "@/domain/statements/readable";
import { successionOf } from "@/domain/statements/succession";
import { isBehind } from "@/domain/statements/translation/state";
import { pick } from "@/lib/i18n/pick";
import type { SearchParams } from "@/lib/list";
import { absolute, pageMetadata } from "@/lib/seo";
import { dayIn, formatDay } from "@/lib/time";
import { StatementBanners } from "./banners";
import { statementHere } from "./readable";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const { statement } = await statementHere(slug, locale);
  if (!statement) return { robots: { index: false } };
  const first = statement.paragraphs.find((paragraph) => paragraph.kind !== "heading")?.text ?? "";
  const metadata = pageMetadata({
    title: statement.title,
    description: plainWords(first),
    path: `/statements/${slug}`,
    locale,
    publishedLocales: statement.published,
    // A withdrawn text stays readable, and has no picture to be shared.
    picture: statement.withdrawnAt ? undefined : statement.title,
  });
  return statement.withdrawnAt ? { ...metadata, robots: { index: false } } : metadata;
}

/** A public statement: its text, the record of its adoption, and who endorses it on a day. */
export default async function StatementPage({ params, searchParams }: Props) {
  const [{ slug }, asked, locale] = await Promise.all([params, searchParams, getLocale()]);
  const { statement, at } = await statementHere(slug, locale);
  const t = await getTranslations("statements");
  if (!statement)
    return <EmptyState title={t("publishing.goneTitle")}>{t("publishing.goneText")}</EmptyState>;
  const today = dayIn(at, statement.zone ?? "UTC");
  const read = z.object({ asOf: day.optional() }).safeParse(asked);
  const asOf = (read.success && read.data.asOf) || today;
  const [errataWords, enums, group, endorsements, editions, behind, errata, succession] = await Promise.all([
    getTranslations("errata"),
    getTranslations("enums"),
    groupProfile(),
    endorsementsOn(statement.id, asOf),
    publicEditions(statement.id, statement.locale, at),
    isBehind(statement),
    verifiedErrata(statement),
    successionOf(statement.id, at),
  ]);
  const { sayings, notes } = notesOf(endorsements, (name) => pick(name, locale).text);
  const base = `/${locale}/statements/${slug}`;
  const dayOf = (instant: Date) => formatDay(dayIn(instant, statement.zone ?? group.zone), locale);
  const citation = t(statement.adoptedAt ? "publishing.citeText" : "publishing.citeTextChair", {
    group: pick(group.name, locale).text,
    title: statement.title,
    kind: enums(`statementKind.${statement.kind}`),
    day: dayOf(statement.adoptedAt ?? statement.firstPublicAt),
    url: absolute(base),
  });
  return (
    <article className="space-y-10 [overflow-wrap:anywhere]">
      <header className="text-center">
        <p className="text-muted text-sm">
          {enums(`statementKind.${statement.kind}`)}
          {statement.event && (
            <>
              {" · "}
              <Link className="link" href={`/${locale}/events/${statement.event.slug}` as Route}>
                {pick(statement.event.title, locale).text}
              </Link>
            </>
          )}
        </p>
        <h1 lang={statement.locale} className="mx-auto mt-2 max-w-[24ch] text-4xl">
          {statement.title}
        </h1>
        <p className="mt-4 text-sm print:hidden">
          <a className="link" href={`${base}.pdf`}>
            {t("pdf")}
          </a>
        </p>
        <p className="mt-2 text-muted text-sm">
          {t("publishing.published", { day: dayOf(statement.firstPublicAt) })}
          {statement.updatedAt > statement.firstPublicAt &&
            ` ${t("publishing.updated", { day: dayOf(statement.updatedAt) })}`}
        </p>
      </header>
      {statement.withdrawnAt && (
        <Notice tone="danger" title={t("publishing.withdrawnTitle", { day: dayOf(statement.withdrawnAt) })}>
          {statement.withdrawalReason}
        </Notice>
      )}
      <StatementBanners statement={statement} at={at} />
      <LanguageNotices statement={statement} outdated={behind} />
      <Succession {...succession} />
      <Treaty lang={statement.locale} paragraphs={statement.paragraphs} notes={notes} />
      {sayings.length > 0 && (
        <Section title={t("sayings")}>
          <Sayings sayings={sayings} references={referencesOf(statement.paragraphs, locale)} />
        </Section>
      )}
      {errata.length > 0 && (
        <Section title={errataWords("section")}>
          <PublicErrata
            errata={errata}
            lang={statement.locale}
            zone={statement.zone ?? "UTC"}
            references={new Map(paragraphNames(statement.paragraphs).map((one) => [one.value, one.label]))}
          />
        </Section>
      )}
      {statement.adoptedAt && statement.method && statement.zone && (
        <Section title={t("adoption")}>
          <AdoptionRecord
            adoption={{
              method: statement.method,
              adoptedAt: statement.adoptedAt,
              zone: statement.zone,
              dayOnly: statement.dayOnly ?? false,
              chairName: statement.chairName ?? "",
              chairLang: statement.authenticLocale,
              session: statement.session,
              hash: statement.adoptedHash ?? statement.hash,
            }}
          />
        </Section>
      )}
      {statement.adoptedAt && (
        <Section title={t("endorsements")}>
          {!read.success && (
            <Notice tone="warning" className="mb-4">
              {t("noSuchDay")}
            </Notice>
          )}
          <Signatories
            endorsements={endorsements}
            day={asOf}
            today={today}
            adoptedOn={dayIn(statement.adoptedAt, statement.zone ?? "UTC")}
          />
        </Section>
      )}
      {editions.length > 1 && (
        <Section title={t("publishing.editions")}>
          <Editions editions={editions} base={base} />
        </Section>
      )}
      <Section title={t("publishing.cite")}>
        <Cite citation={citation} json={`${base}.json`} pdf={`${base}.pdf`} />
      </Section>
    </article>
  );
}
