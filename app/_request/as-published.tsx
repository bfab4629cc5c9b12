import "server-only";
import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { AnnouncementPreview } from "@/components/announcements/preview";
import type { wholeAnnouncement, wholeEditions } from "@/domain/announcements/organizer-queries";
import { publicAnnouncementsOfEvent } from "@/domain/announcements/queries";
import { groupProfile } from "@/domain/group/queries";
import { publicMembers } from "@/domain/members/queries";
import { countsOn } from "@/domain/members/rules";
import { isPublic } from "@/domain/publication/rules";
import { publicStatementsOfEvent } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { messages } from "@/lib/i18n/messages";
import { dayIn } from "@/lib/time";

type Whole = Awaited<ReturnType<typeof wholeEditions>>;

type Props = {
  announcement: Awaited<ReturnType<typeof wholeAnnouncement>>;
  edition: Whole["editions"][number];
  speakers: Whole["speakers"];
  /** What it shows beside its words, and under which address whoever reads it gets the pictures. */
  shown: ComponentProps<typeof AnnouncementPreview>["shown"];
};

/**
 * One language's text as it will be read, in the words of its language's interface: at the instant it is to be public,
 * else as if it were now. The workspace's preview and the private one are this same page.
 */
export async function AsPublished({ announcement, edition, speakers, shown }: Props) {
  const at = now();
  const lang = edition.locale;
  const live = announcement.publications.find((one) => one.locale === lang && !one.withdrawnAt);
  const instant = live && live.publicFrom > at ? live.publicFrom : at;
  const { event, eventId } = announcement;
  const showsEvent =
    event !== null && isPublic({ publicFrom: event.announcedAt, withdrawnAt: null }, instant);
  const [group, members, statements, news] = await Promise.all([
    groupProfile(),
    publicMembers(instant),
    showsEvent && eventId ? publicStatementsOfEvent(eventId, instant) : [],
    showsEvent && eventId ? publicAnnouncementsOfEvent(eventId, lang, instant) : [],
  ]);
  const day = dayIn(instant, group.zone);
  const joining = announcement.spells.filter((spell) => !spell.withdrawnAt);
  const announces = announcement.kind === "new_member";
  const hidden = announces ? joining.filter((spell) => !isPublic(spell, instant)) : [];
  const known = [...members, ...hidden.map((spell) => ({ kind: spell.kind, spells: [spell] }))];
  const { common, enums, announcements, members: memberWords } = messages[lang];
  return (
    <NextIntlClientProvider locale={lang} messages={{ common, enums, announcements, members: memberWords }}>
      <AnnouncementPreview
        piece={{ ...edition, kind: announcement.kind, tags: announcement.tags }}
        shown={shown}
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
          news: news.filter((other) => other.id !== announcement.id),
          zone: group.zone,
        }}
      />
    </NextIntlClientProvider>
  );
}
