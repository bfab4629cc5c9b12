import { and, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { groups } from "@/db/schema/group";
import { subscriptions } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { digestDue } from "./rules";
import { writeDigests } from "./write-digests";

/** Subscribers written to in one transaction. */
const atOnce = 500;

/**
 * Sends the digest to everybody who has not had that of this morning: all that became public since their last one. The
 * job that runs every quarter of an hour, so that seven o'clock is met wherever the group is and whatever its clocks do;
 * what was missed while nothing ran is in the next one. Each batch is claimed and marked in the transaction that writes
 * its mails, so nobody gets it twice though two workers want to. Answers how many mails were written.
 */
export async function sendDigests(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "subscription.tell");
  const [group] = await db().select({ zone: groups.zone }).from(groups);
  const due = digestDue(at, group?.zone ?? "UTC");
  let written = 0;
  for (;;) {
    const batch = await db().transaction((tx) => sendBatch(tx, due, at));
    if (batch === undefined) return written;
    written += batch;
  }
}

async function sendBatch(tx: Transaction, due: Date, at: Date): Promise<number | undefined> {
  const rows = await tx
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.cadence, "digest"),
        isNotNull(subscriptions.confirmedAt),
        isNull(subscriptions.endedAt),
        lt(subscriptions.toldUntil, due),
      ),
    )
    .orderBy(subscriptions.id)
    .limit(atOnce)
    .for("update", { skipLocked: true });
  if (rows.length === 0) return undefined;
  const written = await writeDigests(tx, rows, due, at);
  const ids = rows.map((row) => row.id);
  await tx.update(subscriptions).set({ toldUntil: due }).where(inArray(subscriptions.id, ids));
  return written;
}
