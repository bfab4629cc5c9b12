import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Tabs } from "@/components/layout/tabs";
import { PublicationBadges } from "@/components/statements/publication-badges";
import { PageHeading } from "@/components/ui/page-heading";
import { locales } from "@/db/enums";
import { can } from "@/domain/access/can";
import { now } from "@/lib/clock";
import { statementHere } from "./statement";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await statementHere((await params).id);
  return { title: { template: `%s · ${title}`, default: title } };
}

/** A statement in the workspace: where it stands, and its pages. */
export default async function StatementLayout({ children, params }: Props) {
  const { id } = await params;
  const [{ actor, statement, title }, t, negotiation, procedures, errata, enums, locale] = await Promise.all([
    statementHere(id),
    getTranslations("statements"),
    getTranslations("negotiation"),
    getTranslations("procedures"),
    getTranslations("errata"),
    getTranslations("enums"),
    getLocale(),
  ]);
  const base = `/${locale}/organize/statements/${id}`;
  const texts = locales.toSorted((a) => (a === statement.authenticLocale ? -1 : 1));
  const tabs = [
    { href: base, text: t("tabs.overview") },
    ...texts.map((lang) => ({
      href: `${base}/text/${lang}`,
      text: t("tabs.text", { language: enums(`locale.${lang}`) }),
    })),
    { href: `${base}/brackets`, text: t("tabs.brackets") },
    { href: `${base}/negotiation`, text: negotiation("tab") },
    { href: `${base}/compare`, text: t("tabs.compare") },
    ...(can(actor, "statement.set-floor") ? [{ href: `${base}/floor`, text: t("tabs.floor") }] : []),
    { href: `${base}/decision`, text: procedures("tab") },
    { href: `${base}/adoption`, text: t("tabs.adoption") },
    { href: `${base}/endorsements`, text: t("tabs.endorsements") },
    { href: `${base}/publication`, text: t("tabs.publication") },
    { href: `${base}/errata`, text: errata("tab") },
    { href: `${base}/history`, text: t("tabs.history") },
  ];
  return (
    <>
      <PageHeading
        title={title}
        lang={statement.authenticLocale}
        above={
          <Link className="link" href={`/${locale}/organize/statements` as Route}>
            {t("title")}
          </Link>
        }
        below={
          <PublicationBadges
            adopted={statement.adoption !== undefined}
            publications={statement.publications.toReversed()}
            at={now()}
          />
        }
      />
      <Tabs label={title} tabs={tabs} />
      {children}
    </>
  );
}
