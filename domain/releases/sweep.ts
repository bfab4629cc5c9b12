import { and, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { releases } from "@/db/schema/releases";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { alarm } from "./alarm";
import { carryOut } from "./carry-out";
import { lockRelease } from "./lock";
import { readyMs, releaseState } from "./rules";
import { tell } from "./tell";

/**
 * Every minute: carries out what is due and whose job was lost, catches up with what is late, tells of what is out, and
 * raises the alarm where something is late all the same. One that fails stops none of the others.
 */
export async function sweep(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "release.carry-out");
  const failures: unknown[] = [];
  let carried = 0;
  for (const row of await dueAt(at)) {
    try {
      if (row.out) await tell(actor, row, at);
      else if ((await carryOut(actor, row, at)) === "carried_out") carried++;
    } catch (error) {
      failures.push(error);
      if (!row.out) await alarmIfLate(row.id, at);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some releases could not be carried out");
  return carried;
}

/** Scheduled ones whose time to be written has come, and those that are out of which nobody was told. */
async function dueAt(at: Date) {
  const soon = sql`${new Date(at.getTime() + readyMs).toISOString()}::timestamptz`;
  const moment = sql`${at.toISOString()}::timestamptz`;
  const waits = and(isNull(releases.carriedOutAt), lte(releases.scheduledFor, soon));
  const untold = and(lte(releases.publicFrom, moment), isNull(releases.toldAt), isNull(releases.undoneAt));
  return db()
    .select({ id: releases.id, out: isNotNull(releases.carriedOutAt).mapWith(Boolean) })
    .from(releases)
    .where(and(isNull(releases.cancelledAt), or(waits, untold)))
    .orderBy(releases.scheduledFor, releases.id);
}

async function alarmIfLate(id: string, at: Date) {
  await db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    if (releaseState(release, at) === "late") await alarm(tx, release, at);
  });
}
