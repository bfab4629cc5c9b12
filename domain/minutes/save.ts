import { db } from "@/db/client";
import { minutesRevisions } from "@/db/schema/item-papers";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockItem } from "@/domain/agenda/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SaveMinutesInput } from "./input";
import { latestMinutes } from "./latest";

/**
 * Saves minutes of an item as a new revision on top of the one they were made on; what is published stays as it is.
 * The same text again is no new revision. Refuses `stale` with their latest text where someone saved meanwhile.
 */
export async function save(actor: Actor, { itemId, basedOn, locale, body }: SaveMinutesInput, at = now()) {
  return db().transaction(async (tx) => {
    const { item } = await lockItem(tx, itemId);
    ensure(actor, "minutes.edit");
    const latest = await latestMinutes(tx, itemId);
    if ((latest?.number ?? 0) !== basedOn) {
      const theirs = latest && { revision: latest.number, locale: latest.locale, body: latest.body };
      throw new Refusal("stale", {}, { theirs });
    }
    if (latest && latest.body === body && latest.locale === locale) return { number: latest.number };
    const number = basedOn + 1;
    await tx
      .insert(minutesRevisions)
      .values({ itemId, number, locale, body, savedAt: at, savedByName: actorName(actor) });
    await record(tx, actor, {
      action: "minutes.edit",
      subject: ["agenda_item", itemId],
      eventId: item.eventId,
      at,
      details: { revision: number },
    });
    return { number };
  });
}
