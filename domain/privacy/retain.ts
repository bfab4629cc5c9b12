import { inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { agendaSubscriptions } from "@/db/schema/agenda-subscriptions";
import { history } from "@/db/schema/history";
import { invitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { retentionRuns } from "@/db/schema/privacy";
import { answers } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { eraseApplications } from "@/domain/accessions/erase";
import { eraseFiles } from "@/domain/files/erase";
import { eraseImports } from "@/domain/imports/erase";
import { erasePressAddresses } from "@/domain/press-links/erase";
import { eraseUnconfirmed } from "@/domain/subscriptions/erase";
import { now } from "@/lib/clock";
import { forgetFailed } from "@/lib/jobs/forget-failed";
import { log } from "@/lib/log";
import { dueOf } from "./due";
import { eraseInvitations, eraseMails } from "./erase-traces";
import { type Due, type RetainedKind, retainedKinds } from "./rules";

/**
 * Erases what is due, every night, and forgets jobs that failed for good a while ago; or says what it would erase. Either
 * way a report is kept: counts by event and kind. Repeatable: what is erased is not due again. Answers the report.
 */
export async function retain(actor: Actor, { dryRun }: { dryRun: boolean }, at = now()): Promise<Due[]> {
  const { report, forgotten } = await db().transaction(async (tx) => {
    ensure(actor, "privacy.retain");
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('plenary:retention'))`);
    const report: Due[] = [];
    for (const kind of retainedKinds) {
      const due = await dueOf(tx, kind, at);
      if (due.length === 0) continue;
      report.push(...summary(kind, due));
      const ids = [...new Set(due.map((row) => row.id))];
      if (!dryRun) await erasers[kind](tx, ids, at);
    }
    if (!dryRun) await erasePressAddresses(tx, at);
    if (!dryRun) await eraseUnconfirmed(tx, at);
    const forgotten = dryRun ? {} : await forgetFailed(tx, at);
    await tx.insert(retentionRuns).values({ ranAt: at, dryRun, report });
    return { report, forgotten };
  });
  // By the names of the tasks alone: what a job was to be done with may be somebody's address.
  if (Object.keys(forgotten).length > 0)
    log.warn({ jobs: forgotten }, "jobs that had failed for good are forgotten");
  return report;
}

/** Since when the first of them has been due. */
export function earliest(rows: { due: string }[]): Date {
  return new Date(Math.min(...rows.map((row) => new Date(row.due).getTime())));
}

function summary(kind: RetainedKind, due: { event_id: string | null; due: string }[]): Due[] {
  return [...new Set(due.map((row) => row.event_id))].map((eventId) => {
    const rows = due.filter((row) => row.event_id === eventId);
    return { eventId, kind, count: rows.length, due: earliest(rows).toISOString() };
  });
}

/** How each kind is erased, by the ids that `dueOf` lists. */
const erasers: Record<RetainedKind, (tx: Transaction, ids: string[], at: Date) => Promise<unknown>> = {
  needs: (tx, ids, at) =>
    tx
      .update(participations)
      .set({ accessNeeds: "", dietaryNeeds: "", needsErasedAt: at })
      .where(inArray(participations.id, ids)),
  async answers(tx, ids, at) {
    const key = sql`${answers.participationId} || ':' || ${answers.questionId}`;
    const gone = await tx.delete(answers).where(inArray(key, ids)).returning({ fileId: answers.fileId });
    await eraseFiles(
      tx,
      gone.map((answer) => answer.fileId).filter((id) => id !== null),
      at,
    );
  },
  async photos(tx, ids, at) {
    await tx.update(participations).set({ photoId: null }).where(inArray(participations.photoId, ids));
    await eraseFiles(tx, ids, at);
  },
  credentials: eraseFiles,
  invitations: (tx, ids, at) => eraseInvitations(tx, inArray(invitations.id, ids), at),
  imports: eraseImports,
  mails: (tx, ids) => eraseMails(tx, inArray(mails.id, ids)),
  history: (tx, ids) =>
    tx
      .update(history)
      .set({ reason: "" })
      .where(inArray(history.id, ids.map(Number))),
  stars: (tx, ids) => tx.delete(agendaSubscriptions).where(inArray(agendaSubscriptions.id, ids)),
  applications: eraseApplications,
};
