import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { cues } from "@/db/schema/run-of-show";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { CueInput } from "./input";
import { columnsOf, ensureItem } from "./row";

/**
 * Adds a row to an event's run of show, after those of the same time. Refuses `no_such_item`, `time_skipped`,
 * `time_twice`, and `cue_known` where the same row is there already: a form that is sent twice adds one.
 */
export async function add(actor: Actor, input: CueInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, input.eventId);
    ensure(actor, "run-of-show.edit");
    const columns = columnsOf(input, event.zone);
    await ensureItem(tx, event.id, columns.itemId);
    const same = and(
      eq(cues.eventId, event.id),
      eq(cues.anchor, columns.anchor),
      sql`${cues.itemId} is not distinct from ${columns.itemId}::uuid`,
      sql`${cues.day} is not distinct from ${columns.day}::date`,
      eq(cues.offsetMinutes, columns.offsetMinutes),
      eq(cues.cue, columns.cue),
      eq(cues.owner, columns.owner),
    );
    const known = await tx.select({ id: cues.id }).from(cues).where(same).limit(1);
    if (known.length > 0) throw new Refusal("cue_known");
    const position = await nextPosition(tx, event.id);
    const [row] = await tx
      .insert(cues)
      .values({ ...columns, position, createdAt: at })
      .returning({ id: cues.id });
    if (!row) throw new Refusal("not_found");
    const details = { added: 1 };
    await record(tx, actor, {
      action: "run-of-show.edit",
      subject: ["event", event.id],
      eventId: event.id,
      at,
      details,
    });
    return row;
  });
}

/** The place after every other row of an event; behind the event's lock. */
export async function nextPosition(tx: Transaction, eventId: string) {
  const [last] = await tx
    .select({ next: sql<number>`coalesce(max(${cues.position}), -1) + 1` })
    .from(cues)
    .where(eq(cues.eventId, eventId));
  return last?.next ?? 0;
}
