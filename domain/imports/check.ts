import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { eventOfImport } from "./event-of";
import { openLedger, surroundings } from "./known";
import { lockImport } from "./lock";
import { writeResults } from "./results";
import { vocabulary } from "./vocabulary";
import { weighRows } from "./weigh-rows";

/** So many rows are looked at in one transaction; after each the page can say how far it is. */
const chunk = 500;

/**
 * The job behind `map`: looks at every row as the import would, and writes what would become of it; nothing else is
 * written. Begun again, it begins at the first row. Where the columns are mapped anew meanwhile it gives up: another
 * check is on its way.
 */
export async function check(actor: Actor, id: string, at = now()): Promise<void> {
  const found = await eventOfImport(db(), id);
  if (!found) return;
  const { event, revision } = found;
  const around = { ...(await surroundings(db(), event, at)), vocabulary: vocabulary() };
  const ledger = await openLedger(db(), event, at);
  for (let last = 0, checked = 0; ; ) {
    const rows = await db()
      .select({ number: importRows.number, cells: importRows.cells })
      .from(importRows)
      .where(and(eq(importRows.importId, id), gt(importRows.number, last)))
      .orderBy(asc(importRows.number))
      .limit(chunk);
    checked += rows.length;
    last = rows.at(-1)?.number ?? last;
    const done = rows.length < chunk;
    const went = await db().transaction(async (tx) => {
      const row = await lockImport(tx, id);
      ensure(actor, "participation.import");
      if (row.revision !== revision || row.startedAt) return false;
      const weighed = await weighRows(tx, row, rows, around, ledger);
      const results = weighed.map(({ number, result, remarks, standing }) => ({
        number,
        result,
        remarks,
        participationId: standing?.id ?? null,
      }));
      await writeResults(tx, id, results);
      await tx
        .update(imports)
        .set({ checked, checkedAt: done ? at : null })
        .where(eq(imports.id, id));
      return !done;
    });
    if (!went) return;
  }
}
