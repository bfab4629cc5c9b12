import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, permanentRedirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Treaty } from "@/components/statements/treaty";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { publicEditions } from "@/domain/statements/readable";
import { absolute } from "@/lib/seo";
import { dayIn, formatDay } from "@/lib/time";
import { StatementBanners } from "../../banners";
import { statementHere } from "../../readable";

type Props = { params: Promise<{ slug: string; number: string }> };

const editionHere = cache(async (slug: string, number: string) => {
  const locale = await getLocale();
  const { statement, at } = await statementHere(slug, locale, `/editions/${number}`);
  if (!statement) notFound();
  const editions = await publicEditions(statement.id, statement.locale, at);
  const edition = editions.find((one) => String(one.edition) === number);
  if (!edition) notFound();
  if (edition === editions.at(-1)) permanentRedirect(`/${locale}/statements/${slug}` as never);
  return { statement, edition, locale, at };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params;
  const [{ edition, locale }, t] = await Promise.all([
    editionHere(slug, number),
    getTranslations("statements.publishing"),
  ]);
  return {
    title: `${edition.title} · ${t("edition", { number: edition.edition })}`,
    robots: { index: false },
    alternates: { canonical: absolute(`/${locale}/statements/${slug}`) },
  };
}

/** An earlier edition of a text, as it was read then. */
export default async function EditionPage({ params }: Props) {
  const { slug, number } = await params;
  const { statement, edition, locale, at } = await editionHere(slug, number);
  const t = await getTranslations("statements.publishing");
  const day = (instant: Date) => formatDay(dayIn(instant, edition.zone), locale);
  return (
    <article className="space-y-8 [overflow-wrap:anywhere]">
      <PageHeading title={edition.title} lang={statement.locale} />
      <Notice tone="warning">
        <p>
          {t("earlier", {
            number: edition.edition,
            from: day(edition.publicFrom),
            to: day(edition.withdrawnAt ?? edition.publicFrom),
          })}
        </p>
        <p>
          <Link className="link inline-block min-h-6" href={`/${locale}/statements/${slug}` as Route}>
            {t("presentEdition")}
          </Link>
        </p>
      </Notice>
      <StatementBanners statement={statement} at={at} />
      <Treaty lang={statement.locale} paragraphs={edition.paragraphs} />
    </article>
  );
}
