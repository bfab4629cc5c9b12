import { and, asc, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { countsOf, doneBy } from "./counts";
import { eventOfImport } from "./event-of";
import { openLedger, surroundings } from "./known";
import { type ImportRow, lockImport } from "./lock";
import { writeResults } from "./results";
import { vocabulary } from "./vocabulary";
import { weighRows } from "./weigh-rows";
import { writePeople } from "./write-people";

/** So many rows hold the event's lock at a time; fewer where each of them writes a mail. */
const chunk = { quiet: 250, mailing: 40 };

/**
 * The job behind `run`: imports the rows in their order, a number of them in each transaction behind the event's lock,
 * weighed anew against what is there at that moment. What the check found wrong is left out. The count of the rows that
 * are done is kept in the same transaction, so that, begun again or by two at once, each row is done once. Where the
 * event or the right to import is gone it stops, and the rest stays undone.
 */
export async function carryOut(actor: Actor, id: string, clock = now): Promise<void> {
  try {
    while (await next(actor, id, clock()));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await stop(actor, id, error.code, clock());
  }
}

/** Does the next rows; answers whether there may be more. */
async function next(actor: Actor, id: string, at: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const found = await eventOfImport(tx, id);
    if (!found) return false;
    const event = await lockEvent(tx, found.event.id);
    const job = await lockImport(tx, id);
    if (!job.startedAt || job.finishedAt) return false;
    ensure(actor, "participation.import");
    if (event.cancelledAt) throw new Refusal("event_cancelled");
    if (event.endsAt <= at) throw new Refusal("event_over");
    const rows = await rowsAfter(tx, job);
    if (rows.length === 0) {
      await finish(tx, actor, job, at);
      return false;
    }
    const around = { ...(await surroundings(tx, event, at)), vocabulary: vocabulary() };
    const wanted = rows.filter(({ result }) => result !== "error");
    const weighed = await weighRows(tx, job, wanted, around, await openLedger(tx, event, at));
    await writeResults(tx, id, await writePeople(tx, actor, { event, job }, weighed, at));
    await tx
      .update(imports)
      .set({ done: job.done + rows.length })
      .where(eq(imports.id, id));
    return true;
  });
}

async function rowsAfter(tx: Transaction, job: ImportRow) {
  return tx
    .select({ number: importRows.number, cells: importRows.cells, result: importRows.result })
    .from(importRows)
    .where(eq(importRows.importId, job.id))
    .orderBy(asc(importRows.number))
    .offset(job.done)
    .limit(job.mails ? chunk.mailing : chunk.quiet);
}

async function finish(tx: Transaction, actor: Actor, job: ImportRow, at: Date, stopped?: string) {
  await tx.update(imports).set({ finishedAt: at }).where(eq(imports.id, job.id));
  const { added, changed: updated } = await doneBy(tx, job.id);
  const { error: refused } = await countsOf(tx, job.id);
  await record(tx, actor, {
    action: "participation.import",
    subject: ["import", job.id],
    eventId: job.eventId,
    at,
    details: { done: job.done, added, updated, refused, ...(stopped ? { stopped } : {}) },
  });
}

async function stop(actor: Actor, id: string, code: string, at: Date) {
  await db().transaction(async (tx) => {
    const [job] = await tx
      .select()
      .from(imports)
      .where(and(eq(imports.id, id), isNull(imports.finishedAt)))
      .for("update");
    if (job) await finish(tx, actor, job, at, code);
  });
}
