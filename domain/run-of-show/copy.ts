import { asc, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { cues } from "@/db/schema/run-of-show";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { nextPosition } from "./add";
import type { CopyCuesInput } from "./input";
import { type CueRow, ensureItem } from "./row";

/**
 * Copies the rows of an item to another of the same event, undone, as far from its start or end. Rows it has already
 * are left out, so that a form that is sent twice copies once. Refuses `no_such_item`, `no_rows_to_copy`.
 */
export async function copy(actor: Actor, { fromItemId, toItemId }: CopyCuesInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, await eventOf(tx, fromItemId));
    ensure(actor, "run-of-show.edit");
    await ensureItem(tx, event.id, toItemId);
    const known = new Set((await rowsOf(tx, toItemId)).map(same));
    const rows = (await rowsOf(tx, fromItemId)).filter((row) => !known.has(same(row)));
    if (rows.length === 0) throw new Refusal("no_rows_to_copy");
    const first = await nextPosition(tx, event.id);
    await tx.insert(cues).values(
      rows.map(({ id: _, doneAt: __, doneByName: ___, revision: ____, ...row }, index) => ({
        ...row,
        itemId: toItemId,
        position: first + index,
        createdAt: at,
      })),
    );
    const details = { added: rows.length };
    await record(tx, actor, {
      action: "run-of-show.edit",
      subject: ["event", event.id],
      eventId: event.id,
      at,
      details,
    });
    return { eventId: event.id, copied: rows.length };
  });
}

async function eventOf(tx: Transaction, itemId: string) {
  const [item] = await tx
    .select({ eventId: agendaItems.eventId })
    .from(agendaItems)
    .where(eq(agendaItems.id, itemId));
  if (!item) throw new Refusal("no_such_item");
  return item.eventId;
}

async function rowsOf(tx: Transaction, itemId: string) {
  return tx.select().from(cues).where(eq(cues.itemId, itemId)).orderBy(asc(cues.position));
}

const same = (row: CueRow) => JSON.stringify([row.anchor, row.offsetMinutes, row.cue, row.owner]);
