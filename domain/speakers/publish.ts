import { count, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { speakersVersions } from "@/db/schema/speakers";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { PublishListInput } from "./input";
import { lockList, speakersOf } from "./lock";
import { inOrder } from "./order";

/**
 * Keeps the list as it stands as its next dated version, which the public of the item sees: organisations, classes and
 * groups in order, no names. Refuses `nobody_on_list`.
 */
export async function publish(actor: Actor, { itemId }: PublishListInput, at = now()) {
  return db().transaction(async (tx) => {
    const list = await lockList(tx, itemId);
    ensure(actor, "speakers.publish");
    const content = inOrder(await speakersOf(tx, itemId)).map((one) => ({
      organisationId: one.organisationId,
      class: one.class,
      onBehalfOf: one.onBehalfOf,
    }));
    if (content.length === 0) throw new Refusal("nobody_on_list");
    const [earlier] = await tx
      .select({ count: count() })
      .from(speakersVersions)
      .where(eq(speakersVersions.itemId, itemId));
    const number = (earlier?.count ?? 0) + 1;
    await tx.insert(speakersVersions).values({
      itemId,
      eventId: list.eventId,
      number,
      content,
      publishedAt: at,
      publishedBy: actorName(actor),
    });
    await record(tx, actor, {
      action: "speakers.publish",
      subject: ["agenda_item", itemId],
      eventId: list.eventId,
      at,
      details: { number },
    });
    return { number };
  });
}
