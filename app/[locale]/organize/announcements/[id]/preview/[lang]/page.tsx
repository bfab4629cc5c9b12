import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { AnnouncementPreview } from "@/components/announcements/preview";
import { Notice } from "@/components/ui/notice";
import { editionsOf } from "@/domain/announcements/organizer-queries";
import { publicAnnouncementsOfEvent } from "@/domain/announcements/queries";
import { groupProfile } from "@/domain/group/queries";
import { publicMembers } from "@/domain/members/queries";
import { countsOn } from "@/domain/members/rules";
import { isPublic } from "@/domain/publication/rules";
import { publicStatementsOfEvent } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { dayIn } from "@/lib/time";
import { announcementHere } from "../../announcement";

type Props = { params: Promise<{ id: string; lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  const [t, enums] = await Promise.all([getTranslations("announcements"), getTranslations("enums.locale")]);
  return isLocale(lang) ? { title: t("tabs.preview", { language: enums(lang) }) } : {};
}

/** The latest text of one language as it will be read: at the instant it is to be public, else as if it were now. */
export default async function AnnouncementPreviewPage({ params }: Props) {
  const { id, lang } = await params;
  if (!isLocale(lang)) notFound();
  const { actor, announcement } = await announcementHere(id);
  const head = announcement.latest[lang];
  if (!head) notFound();
  const live = announcement.publications.find((one) => one.locale === lang && !one.withdrawnAt);
  const at = now();
  const instant = live && live.publicFrom > at ? live.publicFrom : at;
  const { event, eventId } = announcement;
  const showsEvent =
    event !== null && isPublic({ publicFrom: event.announcedAt, withdrawnAt: null }, instant);
  const [t, locale, group, { editions, speakers, shown }, members, statements, news] = await Promise.all([
    getTranslations("announcements"),
    getLocale(),
    groupProfile(),
    editionsOf(actor, id, [head.id]),
    publicMembers(instant),
    showsEvent && eventId ? publicStatementsOfEvent(eventId, instant) : [],
    showsEvent && eventId ? publicAnnouncementsOfEvent(eventId, lang, instant) : [],
  ]);
  const [edition] = editions;
  if (!edition) notFound();
  const day = dayIn(instant, group.zone);
  const joining = announcement.spells.filter((spell) => !spell.withdrawnAt);
  const announces = announcement.kind === "new_member";
  const hidden = announces ? joining.filter((spell) => !isPublic(spell, instant)) : [];
  const known = [...members, ...hidden.map((spell) => ({ kind: spell.kind, spells: [spell] }))];
  const { common, enums, announcements, members: memberWords } = messages[lang];
  return (
    <>
      <Notice className="mb-8">{t("previewLead")}</Notice>
      <div lang={lang} className="mx-auto max-w-5xl border border-rule bg-paper p-4 sm:p-8">
        <NextIntlClientProvider
          locale={lang}
          messages={{ common, enums, announcements, members: memberWords }}
        >
          <AnnouncementPreview
            piece={{ ...edition, kind: announcement.kind, tags: announcement.tags }}
            shown={{ ...shown, base: `/${locale}/organize/media` }}
            speakers={speakers}
            day={day}
            facts={{
              counts: countsOn(known, day),
              joining: announces ? joining : joining.filter((spell) => isPublic(spell, instant)),
            }}
            group={{
              acronym: group.acronym,
              boilerplate: group.boilerplate,
              defaultLocale: group.defaultLocale,
            }}
            related={{
              event: showsEvent ? { slug: event.slug, title: event.title } : null,
              statements,
              news: news.filter((other) => other.id !== id),
              zone: group.zone,
            }}
          />
        </NextIntlClientProvider>
      </div>
    </>
  );
}
