import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { itemDocuments } from "@/db/schema/item-papers";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { eraseFiles } from "@/domain/files/erase";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RemoveDocumentInput } from "./input";
import { lockDocument } from "./lock";

/** Takes a document from everybody and erases its file; that there was one stays known. Refuses `stale` with theirs. */
export async function remove(actor: Actor, { id, revision }: RemoveDocumentInput, at = now()) {
  return db().transaction(async (tx) => {
    const document = await lockDocument(tx, id);
    ensure(actor, "document.remove");
    if (document.revision !== revision) {
      throw new Refusal("stale", {}, { theirs: { revision: document.revision } });
    }
    await tx
      .update(itemDocuments)
      .set({ removedAt: at, removedByName: actorName(actor) })
      .where(eq(itemDocuments.id, id));
    await eraseFiles(tx, [document.fileId], at);
    await record(tx, actor, {
      action: "document.remove",
      subject: ["agenda_item", document.itemId],
      eventId: document.eventId,
      at,
    });
    return { itemId: document.itemId };
  });
}
