import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { commitmentReports, commitments } from "@/db/schema/commitments";
import { events } from "@/db/schema/events";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import type { ReportCommitmentInput } from "./input";
import { lockCommitment } from "./lock";

/**
 * Keeps what was reported of a commitment at a meeting. What was kept is never changed: a mistake is put right by
 * reporting anew, and the latest of a meeting counts. That would never put right what was kept of a meeting that was
 * not held: refuses `stale`, `no_such_event`, `event_cancelled`, `event_not_begun`, and `before_commitment` for a meeting
 * that was over before it was made.
 */
export async function report(actor: Actor, input: ReportCommitmentInput, at = now()) {
  const { id, revision, eventId, progress, text } = input;
  return db().transaction(async (tx) => {
    const row = await lockCommitment(tx, id);
    ensure(actor, "commitment.report");
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
    const [event] = await tx
      .select({
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        zone: events.zone,
        cancelledAt: events.cancelledAt,
      })
      .from(events)
      .where(eq(events.id, eventId));
    if (!event) throw new Refusal("no_such_event");
    if (event.cancelledAt) throw new Refusal("event_cancelled");
    if (event.startsAt > at) throw new Refusal("event_not_begun");
    if (dayIn(event.endsAt, event.zone) < row.madeOn) throw new Refusal("before_commitment");
    await tx
      .insert(commitmentReports)
      .values({ commitmentId: id, eventId, progress, text, reportedAt: at, reportedBy: actorName(actor) });
    await tx
      .update(commitments)
      .set({ revision: revision + 1 })
      .where(eq(commitments.id, id));
    const details = { eventId, progress };
    await record(tx, actor, { action: "commitment.report", subject: ["commitment", id], at, details });
    return { revision: revision + 1 };
  });
}
