import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { itemDocuments } from "@/db/schema/item-papers";
import { Refusal } from "@/lib/refusal";

/** Locks a document that was not removed, and answers it with what counts of its item. Refuses `not_found`. */
export async function lockDocument(tx: Transaction, id: string) {
  const [row] = await tx
    .select({
      id: itemDocuments.id,
      fileId: itemDocuments.fileId,
      title: itemDocuments.title,
      audience: itemDocuments.audience,
      revision: itemDocuments.revision,
      itemId: agendaItems.id,
      eventId: agendaItems.eventId,
      itemAudience: agendaItems.audience,
    })
    .from(itemDocuments)
    .innerJoin(agendaItems, eq(agendaItems.id, itemDocuments.itemId))
    .where(and(eq(itemDocuments.id, id), isNull(itemDocuments.removedAt)))
    .for("update", { of: itemDocuments });
  if (!row) throw new Refusal("not_found");
  return row;
}
