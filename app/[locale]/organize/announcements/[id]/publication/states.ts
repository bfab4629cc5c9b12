import "server-only";
import { type Locale, locales } from "@/db/enums";
import type { announcementForOrganizer, editionsOf } from "@/domain/announcements/organizer-queries";
import { obstaclesToPublishing } from "@/domain/announcements/rules";
import { peopleQuoted } from "@/domain/announcements/text/rules";
import { mayBeNamed } from "@/domain/people/rules";
import { isPublic } from "@/domain/publication/rules";
import { publicationState } from "@/domain/statements/rules";

type Announcement = Awaited<ReturnType<typeof announcementForOrganizer>>;
type Whole = Awaited<ReturnType<typeof editionsOf>>;

/** What each language is to the public, and which of its revisions could go out: the approved one, or the newest by force. */
export function publishingStates(
  announcement: Announcement,
  { editions, speakers }: Whole,
  { at, day }: { at: Date; day: string },
) {
  const { kind, latest, ready, approved, publications, spells } = announcement;
  const nameable = new Set(speakers.filter((one) => mayBeNamed(one, one.held, day)).map((one) => one.id));
  const known = new Set(speakers.map((one) => one.id));
  const obstaclesOf = (lang: Locale, id: string | undefined) => {
    const edition = editions.find((one) => one.id === id);
    const live = publications.find((one) => one.locale === lang && !one.withdrawnAt);
    const facts = {
      kind,
      latest: edition,
      liveRevisionId: live?.revisionId,
      memberships: spells,
      nameable,
      approved: id !== undefined && approved.has(id),
    };
    // Who may be named is asked of the day it becomes public, which is not chosen yet: only the verb can say.
    const lost = edition && peopleQuoted([edition.body]).some((person) => !known.has(person));
    return obstaclesToPublishing(facts).filter((code) => code !== "speaker_not_nameable" || lost);
  };
  return locales.map((lang) => {
    const own = publications.filter((one) => one.locale === lang);
    const current = own.findLast((one) => isPublic(one, at));
    const scheduled = own.find((one) => !one.withdrawnAt && one.publicFrom > at);
    const last = own.at(-1);
    const newest = latest[lang];
    // The approved revision goes out where it is not out already; of a newer draft only force makes something.
    const offered = ready[lang] ?? newest;
    const unapproved = newest && !approved.has(newest.id) ? newest : undefined;
    const live = scheduled ?? current;
    const forcible =
      unapproved &&
      live?.revisionId !== unapproved.id &&
      obstaclesOf(lang, unapproved.id).join() === "not_approved"
        ? unapproved
        : undefined;
    return {
      lang,
      current,
      scheduled,
      last,
      state: publicationState(current ?? last, at),
      offered,
      unapproved: ready[lang] ? unapproved : undefined,
      forcible,
      obstacles: obstaclesOf(lang, offered?.id),
    };
  });
}

export type PublishingState = ReturnType<typeof publishingStates>[number];
