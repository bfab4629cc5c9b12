import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { imports } from "@/db/schema/imports";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { DiscardInput } from "./input";
import { lockImport } from "./lock";

/** Throws away a list that was not imported, with all its rows. Refuses `stale`, and `import_started` once it was. */
export async function discard(actor: Actor, { id, revision }: DiscardInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockImport(tx, id);
    ensure(actor, "participation.import");
    if (row.startedAt) throw new Refusal("import_started");
    if (row.revision !== revision) throw new Refusal("stale");
    await tx.delete(imports).where(eq(imports.id, id));
    await record(tx, actor, {
      action: "participation.import",
      subject: ["import", id],
      eventId: row.eventId,
      at,
      details: { discarded: row.total },
    });
    return { eventId: row.eventId };
  });
}
