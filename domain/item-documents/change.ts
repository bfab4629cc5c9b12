import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { itemDocuments } from "@/db/schema/item-papers";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ChangeDocumentInput } from "./input";
import { lockDocument } from "./lock";
import { isWider } from "./rules";

/** Changes what a document is called and who may read it. Refuses `stale` with theirs, `audience_wider`. */
export async function change(actor: Actor, { id, revision, ...facts }: ChangeDocumentInput, at = now()) {
  return db().transaction(async (tx) => {
    const before = await lockDocument(tx, id);
    ensure(actor, "document.change");
    if (before.revision !== revision) {
      const { title, audience } = before;
      throw new Refusal("stale", {}, { theirs: { revision: before.revision, title, audience } });
    }
    if (isWider(facts.audience, before.itemAudience)) throw new Refusal("audience_wider");
    await tx
      .update(itemDocuments)
      .set({ ...facts, revision: revision + 1 })
      .where(eq(itemDocuments.id, id));
    await record(tx, actor, {
      action: "document.change",
      subject: ["agenda_item", before.itemId],
      eventId: before.eventId,
      at,
      details: { audience: facts.audience },
    });
    return { revision: revision + 1 };
  });
}
