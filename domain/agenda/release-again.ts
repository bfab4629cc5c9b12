import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases, type ReleasedItem } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { following } from "./freeze";
import type { ReleaseAgainInput } from "./input";
import { roomsIn } from "./queries";
import { latestRelease } from "./release";
import type { Checked, CheckedRoom } from "./rules";
import { writeRelease } from "./write-release";

/**
 * Rolls back: makes an earlier release the next one, under a number of its own. The working draft stays as it is. Refuses
 * `stale`, `not_found`, `nothing_to_release`, `event_cancelled`, and `obstacles` where it can no longer be held.
 */
export async function releaseAgain(actor: Actor, input: ReleaseAgainInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, input.eventId);
    ensure(actor, "agenda.release");
    const before = await latestRelease(tx, event.id, at);
    if ((before?.number ?? 0) !== input.after) throw new Refusal("stale");
    const wanted = and(eq(agendaReleases.eventId, event.id), eq(agendaReleases.number, input.number));
    const [earlier] = await tx.select().from(agendaReleases).where(wanted);
    if (!earlier || !before) throw new Refusal("not_found");
    const content = following(earlier.content.items, before.content);
    const rooms = await roomsIn(tx, event.id);
    const checked = content.items.map((item) => asChecked(item, rooms));
    const next = { before, content, checked, note: input.note, againOf: input.number };
    return writeRelease(tx, actor, event, next, at);
  });
}

/** A released item as the check sees it: its room as it is now, where it still is. */
export function asChecked(item: ReleasedItem, rooms: readonly CheckedRoom[]): Checked {
  return {
    id: item.id,
    kind: item.kind,
    room: rooms.find((room) => room.id === item.room?.id) ?? null,
    startsAt: new Date(item.startsAt),
    endsAt: new Date(item.endsAt),
    expected: null,
    people: item.people.map(({ personId, presence, onBehalfOf }) => ({ id: personId, presence, onBehalfOf })),
  };
}
