import { and, asc, count, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { countsOf, doneBy } from "./counts";
import type { ImportResult } from "./rules";

const columns = {
  id: imports.id,
  eventId: imports.eventId,
  fileName: imports.fileName,
  headers: imports.headers,
  mapping: imports.mapping,
  mails: imports.mails,
  total: imports.total,
  checked: imports.checked,
  done: imports.done,
  createdByName: imports.createdByName,
  createdAt: imports.createdAt,
  checkedAt: imports.checkedAt,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
  erasedAt: imports.erasedAt,
  revision: imports.revision,
};

/** The lists that were uploaded for an event, latest first. */
export async function listImports(actor: Actor, eventId: string) {
  ensure(actor, "participation.import");
  return db()
    .select(columns)
    .from(imports)
    .where(eq(imports.eventId, eventId))
    .orderBy(desc(imports.createdAt))
    .limit(50);
}

/** One import of an event. Refuses `not_found`. */
export async function importForOrganizer(actor: Actor, eventId: string, id: string) {
  ensure(actor, "participation.import");
  const [row] = await db()
    .select(columns)
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.eventId, eventId)));
  if (!row) throw new Refusal("not_found");
  return row;
}

/** How many rows of an import come to what. */
export async function importCounts(actor: Actor, id: string) {
  ensure(actor, "participation.import");
  return countsOf(db(), id);
}

/** How many people an import has added and changed. */
export async function importDone(actor: Actor, id: string) {
  ensure(actor, "participation.import");
  return doneBy(db(), id);
}

/** So many rows are searched for samples, and so many different ones are shown of each column. */
const sampled = { rows: 200, values: 3 };

/** For each column the first different values that stand in it. */
export async function samplesOf(actor: Actor, { id, headers }: { id: string; headers: string[] }) {
  ensure(actor, "participation.import");
  const rows = await db()
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.number))
    .limit(sampled.rows);
  return headers.map((_, column) => {
    const values = new Set(rows.map(({ cells }) => cells[column]?.trim() ?? "").filter(Boolean));
    return [...values].slice(0, sampled.values);
  });
}

/** Rows on a page of a report. */
export const rowsPageSize = 50;

const rowColumns = {
  number: importRows.number,
  cells: importRows.cells,
  result: importRows.result,
  remarks: importRows.remarks,
  participationId: importRows.participationId,
};

/** A page of the rows of an import, all of them or those that come to one result. */
export async function listImportRows(
  actor: Actor,
  id: string,
  { result, page }: { result?: ImportResult; page: number },
) {
  ensure(actor, "participation.import");
  const where = and(eq(importRows.importId, id), result && eq(importRows.result, result));
  const [rows, [total]] = await Promise.all([
    db()
      .select(rowColumns)
      .from(importRows)
      .where(where)
      .orderBy(asc(importRows.number))
      .limit(rowsPageSize)
      .offset((page - 1) * rowsPageSize),
    db().select({ count: count() }).from(importRows).where(where),
  ]);
  return { rows, total: total?.count ?? 0 };
}

/** Every row of an import with what became of it, for a file. */
export async function importReport(actor: Actor, id: string) {
  ensure(actor, "participation.import");
  return db()
    .select(rowColumns)
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.number));
}
