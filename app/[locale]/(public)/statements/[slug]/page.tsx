import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Sayings } from "@/components/positions/sayings";
import { Signatories } from "@/components/positions/signatories";
import { AdoptionRecord } from "@/components/statements/adoption-record";
import { Treaty } from "@/components/statements/treaty";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { day } from "@/domain/input";
import { endorsementsOn } from "@/domain/positions/queries";
import { notesOf, referencesOf } from "@/domain/positions/rules";
import { publicStatement } from "@/domain/statements/queries";
import { isOutdated } from "@/domain/statements/rules";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import type { SearchParams } from "@/lib/list";
import { pageMetadata } from "@/lib/seo";
import { dayIn } from "@/lib/time";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const statement = await publicStatement(slug, locale, now());
  if (!statement) return {};
  const first = statement.paragraphs.find((paragraph) => paragraph.kind !== "heading")?.text ?? "";
  return pageMetadata({
    title: statement.title,
    description: first,
    path: `/statements/${slug}`,
    locale,
    publishedLocales: statement.published,
  });
}

/** A public statement: its text, the record of its adoption, and who endorses it on a day. */
export default async function StatementPage({ params, searchParams }: Props) {
  const at = now();
  const [{ slug }, asked, locale] = await Promise.all([params, searchParams, getLocale()]);
  const statement = await publicStatement(slug, locale, at);
  if (!statement) notFound();
  const today = dayIn(at, statement.zone ?? "UTC");
  const read = z.object({ asOf: day.optional() }).safeParse(asked);
  const asOf = (read.success && read.data.asOf) || today;
  const [t, enums, endorsements] = await Promise.all([
    getTranslations("statements"),
    getTranslations("enums"),
    endorsementsOn(statement.id, asOf),
  ]);
  const { sayings, notes } = notesOf(endorsements, (name) => pick(name, locale).text);
  const authentic = statement.locale === statement.authenticLocale;
  return (
    <article className="space-y-10">
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
          <a className="link" href={`/${locale}/statements/${slug}.pdf`}>
            {t("pdf")}
          </a>
        </p>
      </header>
      {statement.locale !== locale && (
        <Notice>{t("onlyIn", { language: enums(`locale.${statement.locale}`) })}</Notice>
      )}
      {!authentic && (
        <Notice>
          {t("translation", { language: enums(`locale.${statement.authenticLocale}`) })}
          {isOutdated(statement, statement.adoptedRevisionId ?? undefined) && ` ${t("outdated")}`}
        </Notice>
      )}
      <Treaty lang={statement.locale} paragraphs={statement.paragraphs} notes={notes} />
      {sayings.length > 0 && (
        <Section title={t("sayings")}>
          <Sayings sayings={sayings} references={referencesOf(statement.paragraphs)} />
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
    </article>
  );
}
