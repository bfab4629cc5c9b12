import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { speakersLists } from "@/db/schema/speakers";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditListInput } from "./input";
import { lockList } from "./lock";

/**
 * Changes the time limits of a list, and whether delegations may still ask for the floor themselves. Whoever has the
 * floor keeps the limit they began with. Refuses `stale` with theirs.
 */
export async function edit(actor: Actor, { itemId, revision, limits, closed }: EditListInput, at = now()) {
  return db().transaction(async (tx) => {
    const list = await lockList(tx, itemId);
    ensure(actor, "speakers.edit");
    const theirs = { limits: list.limits, closed: list.closedAt !== null, revision: list.revision };
    if (list.revision !== revision) throw new Refusal("stale", {}, { theirs });
    await tx
      .update(speakersLists)
      .set({ limits, closedAt: closed ? (list.closedAt ?? at) : null, revision: revision + 1 })
      .where(eq(speakersLists.itemId, itemId));
    await record(tx, actor, {
      action: "speakers.edit",
      subject: ["agenda_item", itemId],
      eventId: list.eventId,
      at,
      details: closed === theirs.closed ? {} : { requests: closed ? "closed" : "open" },
    });
    return { revision: revision + 1 };
  });
}
