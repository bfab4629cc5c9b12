import { and, desc, eq, isNull, max } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { participantLists } from "@/db/schema/lists";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { digestOf, entriesNow } from "./entries";
import type { PublishListInput } from "./input";
import { obstaclesToPublishingList } from "./rules";

/**
 * Publishes the list of an event's participants as its next numbered version: those who come and agreed, as they are
 * now. Refuses `list_changed` where that is not what the publisher has seen, and `obstacles`.
 */
export async function publishList(actor: Actor, { eventId, seen, note }: PublishListInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    ensure(actor, "participant-list.publish");
    const entries = await entriesNow(tx, eventId);
    if (digestOf(entries) !== seen) throw new Refusal("list_changed");
    const obstacles = obstaclesToPublishingList(event, entries, (await standing(tx, eventId))?.entries, at);
    if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles);
    const [before] = await tx
      .select({ number: max(participantLists.number) })
      .from(participantLists)
      .where(eq(participantLists.eventId, eventId));
    const number = (before?.number ?? 0) + 1;
    const [list] = await tx
      .insert(participantLists)
      .values({ eventId, number, note, entries, publishedAt: at, publishedByName: actorName(actor) })
      .returning({ id: participantLists.id });
    if (!list) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "participant-list.publish",
      subject: ["participant_list", list.id],
      eventId,
      at,
      details: { number, entries: entries.length },
    });
    return { number, entries: entries.length };
  });
}

/** The version of an event's list that is public; nothing where none is. */
async function standing(tx: Transaction, eventId: string) {
  const [list] = await tx
    .select({ entries: participantLists.entries })
    .from(participantLists)
    .where(and(eq(participantLists.eventId, eventId), isNull(participantLists.withdrawnAt)))
    .orderBy(desc(participantLists.number))
    .limit(1);
  return list;
}
