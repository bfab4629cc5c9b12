import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { speakersLists } from "@/db/schema/speakers";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isInternal } from "@/domain/agenda/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { OpenListInput } from "./input";

/** Opens the speakers' list of an item; delegations can ask for the floor from then on. Refuses `list_open`, `internal_item`. */
export async function open(actor: Actor, { itemId, limits }: OpenListInput, at = now()) {
  return db().transaction(async (tx) => {
    const [item] = await tx.select().from(agendaItems).where(eq(agendaItems.id, itemId)).for("update");
    if (!item) throw new Refusal("not_found");
    ensure(actor, "speakers.open");
    if (isInternal(item.kind)) throw new Refusal("internal_item");
    const made = await tx
      .insert(speakersLists)
      .values({ itemId, eventId: item.eventId, limits, openedAt: at })
      .onConflictDoNothing()
      .returning({ itemId: speakersLists.itemId });
    if (made.length === 0) throw new Refusal("list_open");
    await record(tx, actor, {
      action: "speakers.open",
      subject: ["agenda_item", itemId],
      eventId: item.eventId,
      at,
    });
    return { itemId };
  });
}
