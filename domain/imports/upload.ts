import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { importMappings, importRows, imports } from "@/db/schema/imports";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { fileName } from "@/domain/files/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { limits } from "@/lib/table/limits";
import { readTable, type Table } from "@/lib/table/read";
import { guessMapping } from "./headers/rules";

/** So many rows go into the database with one statement. */
const batch = 1_000;

/**
 * Takes a list of people as a file: reads its rows and guesses what its columns mean. Nobody is imported by it, and the
 * file itself is not kept. Refuses `event_over`, `event_cancelled` and what `readTable` refuses.
 */
export async function upload(
  actor: Actor,
  { eventId }: { eventId: string },
  sent: Sent | undefined,
  at = now(),
): Promise<{ id: string }> {
  ensure(actor, "participation.import");
  if (!sent) throw new Refusal("file_missing");
  // Before it is in memory a second time.
  if (sent.size > limits.bytes) throw new Refusal("file_too_large", { megabytes: limits.bytes / 1_000_000 });
  const table = await readTable(new Uint8Array(await sent.arrayBuffer()));
  return db().transaction(async (tx) => {
    const [event] = await tx.select().from(events).where(eq(events.id, eventId));
    if (!event) throw new Refusal("not_found");
    if (event.cancelledAt) throw new Refusal("event_cancelled");
    if (event.endsAt <= at) throw new Refusal("event_over");
    const [row] = await tx
      .insert(imports)
      .values({
        eventId,
        fileName: fileName(sent.name),
        headers: table.headers,
        mapping: guessMapping(table.headers, await remembered(tx, table.headers)),
        total: table.rows.length,
        createdById: actorId(actor),
        createdByName: actorName(actor),
        createdAt: at,
      })
      .returning({ id: imports.id });
    if (!row) throw new Refusal("not_found");
    await writeRows(tx, row.id, table.rows);
    await record(tx, actor, {
      action: "participation.import",
      subject: ["import", row.id],
      eventId,
      at,
      details: { uploaded: table.rows.length },
    });
    return row;
  });
}

/** SHA-256 of the headers in any order: lists of one make have them all, but not always in the same places. */
export function headersHash(headers: readonly string[]): string {
  return createHash("sha256").update(headers.toSorted().join("\n")).digest("hex");
}

async function remembered(tx: Transaction, headers: string[]): Promise<Record<string, string>> {
  const [row] = await tx
    .select({ fields: importMappings.fields })
    .from(importMappings)
    .where(eq(importMappings.headersHash, headersHash(headers)));
  return row?.fields ?? {};
}

async function writeRows(tx: Transaction, importId: string, rows: Table["rows"]) {
  for (let from = 0; from < rows.length; from += batch)
    await tx.insert(importRows).values(rows.slice(from, from + batch).map((row) => ({ importId, ...row })));
}
