import type { ReleasedItem } from "@/db/schema/agenda";
import { named } from "./named";
import { publicReleasesOf } from "./public-releases-of";

/**
 * The latest release of the agenda as the public sees it, of an event that is public at the moment: without what is for
 * participants alone. Empty before the first release.
 */
export async function publicAgenda(eventId: string, at: Date) {
  return (await currentRelease(eventId, at))?.items ?? [];
}

/**
 * The same with its number, and with the items of earlier releases that are cancelled: what calendars and programs
 * read. Nothing before the first release.
 */
export async function currentRelease(eventId: string, at: Date) {
  const [release] = await publicReleasesOf(eventId, at).limit(1);
  if (!release) return;
  const { number, note, releasedAt, content, zone } = release;
  const forAll = (items: ReleasedItem[]) => items.filter((item) => item.audience === "public");
  const [items, cancelled] = await Promise.all([
    named(forAll(content.items), zone, at),
    named(forAll(content.cancelled), zone, at),
  ]);
  return { number, note, releasedAt, items, cancelled };
}

export type PublicAgendaItem = Awaited<ReturnType<typeof publicAgenda>>[number];
