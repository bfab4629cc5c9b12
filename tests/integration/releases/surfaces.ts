import { locales } from "@/db/enums";
import { exportedAgenda } from "@/domain/agenda/exported";
import { publicChangelog, publicRelease } from "@/domain/agenda/public-releases";
import { scheduleOf } from "@/domain/agenda/schedule";
import { kitLogos } from "@/domain/announcements/kit-logos";
import { publicAnnouncementsOfOrganisation } from "@/domain/announcements/of-organisation";
import {
  allPublicAnnouncements,
  announcementsForFeed,
  latestAnnouncements,
  publicAnnouncement,
  publicAnnouncements,
} from "@/domain/announcements/queries";
import {
  allPublicEvents,
  nextPublicEvent,
  openEvents,
  publicEvent,
  publicEvents,
} from "@/domain/events/queries";
import { liveView } from "@/domain/live/view";
import { shownLogo } from "@/domain/media/shown";
import { publicCounts, publicDirectory, publicMember, publicMembers } from "@/domain/members/queries";
import { search } from "@/domain/search/queries";
import { publicStatement, publicStatements, publicStatementsAmong } from "@/domain/statements/queries";
import { readableStatement } from "@/domain/statements/readable";

/** What a test knows of the things of one release. */
export type Things = {
  mark: string;
  announced: { organisation: { id: string; slug: string } };
  alone: { organisation: { id: string; slug: string } };
  logoId: string;
  announcementId: string;
  statement: { id: string; slug: string };
  event: { id: string; slug: string };
};

type Kind = "announcement" | "statement" | "membership" | "event" | "agenda";
type Surface = { kind: Kind; name: string; read: (at: Date) => Promise<unknown> };

/** A day on which everybody who joins is a member. */
const day = "2026-03-11";

/** Every public question that could answer with something of a release, by kind and language. */
export function surfacesOf(things: Things): Surface[] {
  const { mark, announced, alone, logoId, announcementId, statement, event } = things;
  const here = locales.flatMap((locale): Surface[] => [
    {
      kind: "announcement",
      name: `list ${locale}`,
      read: (at) => publicAnnouncements(locale, at, { page: 1 }),
    },
    { kind: "announcement", name: `all ${locale}`, read: (at) => allPublicAnnouncements(locale, at) },
    { kind: "announcement", name: `latest ${locale}`, read: (at) => latestAnnouncements(locale, at) },
    { kind: "announcement", name: `feed ${locale}`, read: (at) => announcementsForFeed(locale, at) },
    {
      kind: "announcement",
      name: `page ${locale}`,
      read: (at) => publicAnnouncement(`joins-${mark}`, locale, at),
    },
    { kind: "statement", name: `page ${locale}`, read: (at) => publicStatement(statement.slug, locale, at) },
    {
      kind: "statement",
      name: `readable ${locale}`,
      read: (at) => readableStatement(statement.slug, locale, at),
    },
    {
      kind: "agenda",
      name: `schedule ${locale}`,
      read: async (at) => {
        const agenda = await exportedAgenda(event.slug, at);
        return agenda && scheduleOf(agenda, locale).days;
      },
    },
    ...(["event", "statement", "announcement"] as const).map(
      (kind): Surface => ({
        kind,
        name: `search ${locale}`,
        read: async (at) =>
          (
            await search(locale, day, at, {
              q: mark,
              kind: kind === "announcement" ? undefined : kind,
              page: 1,
            })
          ).rows,
      }),
    ),
  ]);
  return [
    ...here,
    {
      kind: "announcement",
      name: "of member",
      read: (at) => publicAnnouncementsOfOrganisation(announced.organisation.id, at),
    },
    { kind: "statement", name: "list", read: publicStatements },
    { kind: "statement", name: "among", read: (at) => publicStatementsAmong([statement.id], at) },
    { kind: "membership", name: "all", read: publicMembers },
    { kind: "membership", name: "directory", read: (at) => publicDirectory(day, at) },
    { kind: "membership", name: "page", read: (at) => publicMember(alone.organisation.slug, at) },
    {
      kind: "membership",
      name: "page of who is announced",
      read: (at) => publicMember(announced.organisation.slug, at),
    },
    {
      kind: "membership",
      name: "logo",
      read: async (at) =>
        (await shownLogo({ slug: announced.organisation.slug, mediaId: logoId }, at)) && mark,
    },
    {
      kind: "membership",
      name: "logo in the press kit",
      read: async (at) =>
        (await kitLogos(announcementId, at)).some(({ name }) =>
          name.startsWith(announced.organisation.slug),
        ) && mark,
    },
    { kind: "event", name: "list", read: (at) => publicEvents(at, "upcoming") },
    { kind: "event", name: "all", read: allPublicEvents },
    { kind: "event", name: "page", read: (at) => publicEvent(event.slug, at) },
    { kind: "event", name: "next", read: nextPublicEvent },
    { kind: "event", name: "open", read: openEvents },
    { kind: "event", name: "live", read: (at) => liveView(event.slug, at) },
    { kind: "agenda", name: "release", read: async (at) => (await publicRelease(event.id, at))?.items },
    { kind: "agenda", name: "changelog", read: async (at) => (await publicChangelog(event.id, at)).entries },
    { kind: "agenda", name: "export", read: async (at) => (await exportedAgenda(event.slug, at))?.items },
    { kind: "agenda", name: "live", read: async (at) => (await liveView(event.slug, at))?.items },
  ];
}

/** The surfaces on which the mark of a release's things can be read at a moment. */
export async function showing(things: Things, at: Date): Promise<string[]> {
  const found: string[] = [];
  for (const { kind, name, read } of surfacesOf(things)) {
    // In what is found by search the marked letters stand apart.
    const text = JSON.stringify((await read(at)) ?? null).replaceAll(/","found":(?:true|false)|[[\]{}]/g, "");
    if (text.includes(things.mark)) found.push(`${kind} ${name}`);
  }
  return found;
}

/** How many members are publicly counted at a moment. */
export const countedAt = async (at: Date) => (await publicCounts(day, at)).company ?? 0;
