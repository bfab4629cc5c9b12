import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { itemDocuments } from "@/db/schema/item-papers";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockItem } from "@/domain/agenda/lock";
import { keepSeen, lookAt, type Sent } from "@/domain/files/keep";
import { documentTypes } from "@/domain/files/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { AddDocumentInput } from "./input";
import { isWider } from "./rules";

/**
 * Adds a document to an agenda item, after those it has. Refuses `audience_wider` where more could read it than the
 * item, `file_missing`, `file_too_large`, `document_type`.
 */
export async function add(actor: Actor, input: AddDocumentInput, file: Sent | undefined, at = now()) {
  return db().transaction(async (tx) => {
    const { item } = await lockItem(tx, input.itemId);
    ensure(actor, "document.add");
    if (isWider(input.audience, item.audience)) throw new Refusal("audience_wider");
    const seen = await lookAt(file, documentTypes).catch((error) => {
      throw error instanceof Refusal && error.code === "file_type" ? new Refusal("document_type") : error;
    });
    const fileId = await keepSeen(tx, "document", item.eventId, seen, at);
    const next = tx
      .select({ next: sql<number>`coalesce(max(${itemDocuments.position}), -1) + 1` })
      .from(itemDocuments)
      .where(eq(itemDocuments.itemId, item.id));
    const [row] = await tx
      .insert(itemDocuments)
      .values({
        ...input,
        fileId,
        position: (await next)[0]?.next ?? 0,
        addedAt: at,
        addedByName: actorName(actor),
      })
      .returning({ id: itemDocuments.id });
    if (!row) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "document.add",
      subject: ["agenda_item", item.id],
      eventId: item.eventId,
      at,
      details: { audience: input.audience },
    });
    return row;
  });
}
