import { isDeepStrictEqual } from "node:util";
import { desc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { db } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { agendaItemAnnouncements, agendaItemStatements } from "@/db/schema/agenda-links";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { freeze } from "./freeze";
import type { ReleaseInput } from "./input";
import { draftOf } from "./queries";
import { writeRelease } from "./write-release";

/**
 * Makes the working draft the next numbered release, which the public sees from then on. Of two that follow the same
 * release one wins; the other is refused `stale`. Refuses `nothing_to_release` where nothing has changed.
 */
export async function release(actor: Actor, input: ReleaseInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, input.eventId);
    ensure(actor, "agenda.release");
    const before = await latestRelease(tx, event.id);
    if ((before?.number ?? 0) !== input.after) throw new Refusal("stale");
    const draft = await draftOf(tx, event.id);
    const content = freeze(draft, await linksOf(tx, draft), before?.content);
    if (isDeepStrictEqual(content, before?.content ?? { items: [], cancelled: [] }))
      throw new Refusal("nothing_to_release");
    const { eventId, after, note } = input;
    return writeRelease(tx, actor, { eventId, after, note, content, at, action: "agenda.release" });
  });
}

/** The latest release of an event's agenda, or nothing before the first. */
export async function latestRelease(tx: Transaction, eventId: string) {
  const [row] = await tx
    .select()
    .from(agendaReleases)
    .where(eq(agendaReleases.eventId, eventId))
    .orderBy(desc(agendaReleases.number))
    .limit(1);
  return row;
}

async function linksOf(tx: Transaction, items: { id: string }[]) {
  const ids = items.map((item) => item.id);
  if (ids.length === 0) return [];
  const [statements, announcements] = [
    await tx.select().from(agendaItemStatements).where(inArray(agendaItemStatements.itemId, ids)),
    await tx.select().from(agendaItemAnnouncements).where(inArray(agendaItemAnnouncements.itemId, ids)),
  ];
  return [...statements, ...announcements];
}
