import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageStates } from "@/components/announcements/language-states";
import { Tabs } from "@/components/layout/tabs";
import { PageHeading } from "@/components/ui/page-heading";
import { locales } from "@/db/enums";
import { now } from "@/lib/clock";
import { announcementsRoom } from "../choices";
import { announcementHere } from "./announcement";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await announcementHere((await params).id);
  return { title: { template: `%s · ${title}`, default: title } };
}

/** An announcement in the workspace: where it stands, and its pages. */
export default async function AnnouncementLayout({ children, params }: Props) {
  const { id } = await params;
  const [{ announcement, title, lang }, t, enums, locale] = await Promise.all([
    announcementHere(id),
    getTranslations("announcements"),
    getTranslations("enums"),
    getLocale(),
  ]);
  const base = `${announcementsRoom(locale)}/${id}`;
  const texts = locales.toSorted((a) => (a === announcement.original ? -1 : 1));
  const tabs = [
    { href: base, text: t("tabs.overview") },
    ...texts.map((one) => ({
      href: `${base}/text/${one}`,
      text: t("tabs.text", { language: enums(`locale.${one}`) }),
    })),
    ...texts
      .filter((one) => announcement.latest[one])
      .map((one) => ({
        href: `${base}/preview/${one}`,
        text: t("tabs.preview", { language: enums(`locale.${one}`) }),
      })),
    { href: `${base}/review`, text: t("tabs.review") },
    { href: `${base}/publication`, text: t("tabs.publication") },
    { href: `${base}/history`, text: t("tabs.history") },
  ];
  return (
    <>
      <PageHeading
        title={title}
        lang={lang}
        above={
          <>
            <Link className="link" href={announcementsRoom(locale)}>
              {t("title")}
            </Link>
            {" · "}
            {enums(`announcementKind.${announcement.kind}`)}
          </>
        }
        below={
          <LanguageStates
            languages={Object.keys(announcement.latest)}
            publications={announcement.publications}
            at={now()}
          />
        }
      />
      <Tabs label={title} tabs={tabs} />
      {children}
    </>
  );
}
