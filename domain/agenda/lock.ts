import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { lockEvent } from "@/domain/events/lock";
import { Refusal } from "@/lib/refusal";

/**
 * Locks the event of an item and then the item, and answers both. Always in this order: whoever moves many items holds
 * the event first too. Refuses `not_found`.
 */
export async function lockItem(tx: Transaction, id: string) {
  const [known] = await tx
    .select({ eventId: agendaItems.eventId })
    .from(agendaItems)
    .where(eq(agendaItems.id, id));
  if (!known) throw new Refusal("not_found");
  const event = await lockEvent(tx, known.eventId);
  const [item] = await tx.select().from(agendaItems).where(eq(agendaItems.id, id)).for("update");
  if (!item) throw new Refusal("not_found");
  return { item, event };
}
