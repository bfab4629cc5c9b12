import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { minutesPublications } from "@/db/schema/item-papers";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockItem } from "@/domain/agenda/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { PublishMinutesInput } from "./input";
import { latestMinutes, standingPublication } from "./latest";
import { obstaclesToPublishing } from "./rules";

/**
 * Opens the latest revision of an item's minutes to the audience the item is released to, in place of an earlier one.
 * Refuses `stale` where that is not the revision that was read, and `obstacles`.
 */
export async function publish(actor: Actor, { itemId, revision }: PublishMinutesInput, at = now()) {
  return db().transaction(async (tx) => {
    const { item } = await lockItem(tx, itemId);
    ensure(actor, "minutes.publish");
    const latest = await latestMinutes(tx, itemId);
    if (latest && latest.number !== revision) throw new Refusal("stale");
    const before = await standingPublication(tx, itemId);
    const facts = { ...item, latest: latest?.number, published: before?.number };
    const obstacles = obstaclesToPublishing(facts);
    if (obstacles.length > 0 || !latest) throw new Refusal("obstacles", {}, obstacles);
    if (before) {
      await tx
        .update(minutesPublications)
        .set({ withdrawnAt: at })
        .where(eq(minutesPublications.id, before.id));
    }
    await tx.insert(minutesPublications).values({
      itemId,
      revisionId: latest.id,
      publishedAt: at,
      publishedByName: actorName(actor),
    });
    await record(tx, actor, {
      action: "minutes.publish",
      subject: ["agenda_item", itemId],
      eventId: item.eventId,
      at,
      details: { revision },
    });
    return { number: revision };
  });
}
