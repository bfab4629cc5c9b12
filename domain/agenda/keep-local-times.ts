import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type Localized, locales } from "@/db/enums";
import { agendaItems, availabilities, type ReleasedItem } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import type { EventRow } from "@/domain/events/lock";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { Refusal } from "@/lib/refusal";
import { instantToLocal, nearestInstant, zonedToInstant } from "@/lib/time";
import { following } from "./freeze";
import { latestRelease } from "./release";
import { writeRelease } from "./write-release";

/**
 * Moves the agenda of an event to another zone, so that the local times of its items stay: the draft, when people can,
 * and what was released last, as a release of its own, because the event moves in public at once. `event` is as it was;
 * the caller holds its lock. Refuses `items_without_time` with the names of items whose local time the clocks of the
 * other zone skip or show twice.
 */
export async function keepLocalTimes(
  tx: Transaction,
  actor: Actor,
  event: EventRow,
  after: EventRow,
  at: Date,
) {
  const items = await tx.select().from(agendaItems).where(eq(agendaItems.eventId, event.id));
  const latest = await latestRelease(tx, event.id, at);
  const released = latest?.content.items ?? [];
  const move = (instant: Date) => zonedToInstant(instantToLocal(instant, event.zone), after.zone);
  const timed = [
    ...items.map(({ id, title, startsAt, endsAt }) => ({ id, title, times: [startsAt, endsAt] })),
    ...released.map((item) => ({ ...item, times: [new Date(item.startsAt), new Date(item.endsAt)] })),
  ];
  const impossible = timed.filter(({ times }) => times.some((time) => time && move(time).kind !== "instant"));
  if (impossible.length > 0) throw new Refusal("items_without_time", { items: namesOf(impossible) });
  const moved = (instant: Date) => nearestInstant(instantToLocal(instant, event.zone), after.zone);
  for (const { id, startsAt, endsAt, revision } of items) {
    if (!startsAt || !endsAt) continue;
    await tx
      .update(agendaItems)
      .set({ startsAt: moved(startsAt), endsAt: moved(endsAt), revision: revision + 1 })
      .where(eq(agendaItems.id, id));
  }
  const times = await tx.select().from(availabilities).where(eq(availabilities.eventId, event.id));
  for (const { id, fromAt, untilAt } of times)
    await tx
      .update(availabilities)
      .set({ fromAt: moved(fromAt), untilAt: moved(untilAt) })
      .where(eq(availabilities.id, id));
  if (!latest || released.length === 0) return;
  const content = following(
    released.map((item) => inZone(item, moved)),
    latest.content,
  );
  // Zones that tell the same time.
  if (isDeepStrictEqual(content, latest.content)) return;
  await writeRelease(tx, actor, after, { before: latest, content, note: zoneNote(after.zone) }, at);
}

function inZone(item: ReleasedItem, moved: (instant: Date) => Date): ReleasedItem {
  const [startsAt, endsAt] = [item.startsAt, item.endsAt].map((time) => moved(new Date(time)).toISOString());
  return { ...item, startsAt: startsAt ?? item.startsAt, endsAt: endsAt ?? item.endsAt };
}

/** The titles of items, each once. */
function namesOf(items: { id: string; title: Localized }[]): string {
  const titles = new Map(items.map((item) => [item.id, pick(item.title, "en").text]));
  return [...titles.values()].map((title) => `“${title}”`).join(", ");
}

/** What the public is told of a release that only follows the event to another zone. */
function zoneNote(zone: string): Localized {
  const named = zone.replaceAll("_", " ");
  return Object.fromEntries(
    locales.map((locale) => [locale, words(locale, "agenda.release")("zoneNote", { zone: named })]),
  );
}
