import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { importMappings, importRows, imports } from "@/db/schema/imports";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { Refusal } from "@/lib/refusal";
import { rememberedFields } from "./headers/rules";
import type { MappingInput } from "./input";
import { lockImport } from "./lock";
import { headersHash } from "./upload";

/**
 * Says what the columns mean, remembers it for the next list with these headers, and has the rows checked by it. What an
 * earlier check said is forgotten. Refuses `stale`, and `import_started` once people are being imported.
 */
export async function map(actor: Actor, { id, revision, mapping }: MappingInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockImport(tx, id);
    ensure(actor, "participation.import");
    if (row.startedAt) throw new Refusal("import_started");
    if (row.revision !== revision || row.headers.length !== mapping.length) throw new Refusal("stale");
    await tx
      .update(imports)
      .set({ mapping, checked: 0, checkedAt: null, revision: revision + 1 })
      .where(eq(imports.id, id));
    await tx
      .update(importRows)
      .set({ result: "", remarks: [], participationId: null })
      .where(eq(importRows.importId, id));
    const memory = { fields: rememberedFields(row.headers, mapping), usedAt: at };
    await tx
      .insert(importMappings)
      .values({ headersHash: headersHash(row.headers), ...memory })
      .onConflictDoUpdate({ target: importMappings.headersHash, set: memory });
    await enqueue(tx, "check-import", { id, by: actorId(actor) }, { jobKey: `check-import:${id}` });
    return { eventId: row.eventId, revision: revision + 1 };
  });
}
