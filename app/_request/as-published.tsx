import "server-only";
import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { AnnouncementPreview } from "@/components/announcements/preview";
import type { wholeAnnouncement, wholeEditions } from "@/domain/announcements/organizer-queries";
import { relatedAnnouncements } from "@/domain/announcements/related";
import { groupProfile } from "@/domain/group/queries";
import { publicMembers } from "@/domain/members/queries";
import { countsOn } from "@/domain/members/rules";
import { heldOn, mayBeNamed } from "@/domain/people/rules";
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
  /** Read by somebody without an account: what is around the text is what the public knows now. */
  outside?: boolean;
};

/** What is printed of an edition; who wrote it and when stays here. */
const wordsOf = ({
  locale,
  title,
  lead,
  body,
  dateline,
  pressContact,
  authors,
  cover,
}: Props["edition"]) => ({
  locale,
  title,
  lead,
  body,
  dateline,
  pressContact,
  authors,
  cover,
});

/**
 * One language's text as it will be read, in the words of its language's interface: at the instant it is to be public,
 * else as if it were now. The workspace's preview and the private one are this same page.
 */
export async function AsPublished({ announcement, edition, speakers, shown, outside = false }: Props) {
  const at = now();
  const lang = edition.locale;
  const live = announcement.publications.find((one) => one.locale === lang && !one.withdrawnAt);
  const instant = live && live.publicFrom > at ? live.publicFrom : at;
  const { event, eventId } = announcement;
  const around = outside ? at : instant;
  const showsEvent = event !== null && isPublic({ publicFrom: event.announcedAt, withdrawnAt: null }, around);
  const [group, members, statements, news] = await Promise.all([
    groupProfile(),
    publicMembers(around),
    showsEvent && eventId ? publicStatementsOfEvent(eventId, around) : [],
    relatedAnnouncements(
      { id: announcement.id, eventId: showsEvent ? eventId : null, tags: announcement.tags },
      lang,
      around,
    ),
  ]);
  const day = dayIn(instant, group.zone);
  // What a page is handed, its reader can read: nothing of a person but what is printed that day.
  const quoted = speakers
    .filter((one) => mayBeNamed(one, one.held, day))
    .map((one) => ({ ...one, held: heldOn(one.held, day) }));
  const joining = announcement.spells.filter((spell) => !spell.withdrawnAt);
  const announces = announcement.kind === "new_member";
  const hidden = announces ? joining.filter((spell) => !isPublic(spell, around)) : [];
  const known = [...members, ...hidden.map((spell) => ({ kind: spell.kind, spells: [spell] }))];
  const { common, enums, announcements, members: memberWords } = messages[lang];
  return (
    <NextIntlClientProvider locale={lang} messages={{ common, enums, announcements, members: memberWords }}>
      <AnnouncementPreview
        piece={{ ...wordsOf(edition), kind: announcement.kind, tags: announcement.tags }}
        shown={shown}
        speakers={quoted}
        day={day}
        facts={{
          counts: countsOn(known, day),
          joining: announces ? joining : joining.filter((spell) => isPublic(spell, around)),
        }}
        group={{
          acronym: group.acronym,
          boilerplate: group.boilerplate,
          defaultLocale: group.defaultLocale,
        }}
        related={{
          event: showsEvent ? { slug: event.slug, title: event.title } : null,
          statements,
          news,
          zone: group.zone,
        }}
      />
    </NextIntlClientProvider>
  );
}
