import { and, asc, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { commitmentOwners, commitmentReports, commitments } from "@/db/schema/commitments";
import { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isPublicMember } from "@/domain/members/known";
import { Refusal } from "@/lib/refusal";
import { referenceOf } from "./paragraph";
import { pastSummits } from "./queries";
import { counting, heldSince, standing } from "./rules";

/** Every commitment, those due first first, with its owners and what stands of it at a moment. */
export async function listCommitments(actor: Actor, at: Date) {
  ensure(actor, "commitment.list");
  const rows = await db()
    .select()
    .from(commitments)
    .orderBy(sql`${commitments.dueOn} asc nulls last`, asc(commitments.madeOn), commitments.id);
  return completed(rows, at);
}

/**
 * A commitment in the workspace: its owners, every report with what counts of them, what stands, and its paragraph as the
 * latest authentic text numbers it. Refuses `not_found`.
 */
export async function commitmentForOrganizer(actor: Actor, id: string, at: Date) {
  ensure(actor, "commitment.list");
  const rows = await db().select().from(commitments).where(eq(commitments.id, id));
  const [commitment] = await completed(rows, at);
  if (!commitment) throw new Refusal("not_found");
  return { ...commitment, paragraph: await referenceOf(db(), commitment) };
}

/** Some commitments with their owners and reports, read in as many statements whatever their number. */
async function completed(rows: (typeof commitments.$inferSelect)[], at: Date) {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [owners, reports, summits] = await Promise.all([
    db()
      .select({
        commitmentId: commitmentOwners.commitmentId,
        id: organisations.id,
        name: organisations.name,
        known: sql<boolean>`${isPublicMember(organisations.id, at)}`,
      })
      .from(commitmentOwners)
      .innerJoin(organisations, eq(organisations.id, commitmentOwners.organisationId))
      .where(inArray(commitmentOwners.commitmentId, ids))
      .orderBy(organisations.slug),
    db()
      .select({
        id: commitmentReports.id,
        commitmentId: commitmentReports.commitmentId,
        progress: commitmentReports.progress,
        text: commitmentReports.text,
        reportedAt: commitmentReports.reportedAt,
        reportedBy: commitmentReports.reportedBy,
        eventId: events.id,
        eventTitle: events.title,
        endsAt: events.endsAt,
        cancelledAt: events.cancelledAt,
      })
      .from(commitmentReports)
      .innerJoin(events, eq(events.id, commitmentReports.eventId))
      .where(inArray(commitmentReports.commitmentId, ids))
      .orderBy(desc(events.endsAt), desc(commitmentReports.reportedAt), commitmentReports.id),
    pastSummits(at),
  ]);
  return rows.map((row) => {
    const reported = reports.filter((one) => one.commitmentId === row.id);
    // What was kept of a meeting that was then cancelled is shown, and counts for nothing.
    const counted = counting(reported.filter((one) => one.cancelledAt === null));
    return {
      ...row,
      owners: owners.filter((one) => one.commitmentId === row.id),
      reports: reported.map((one) => ({ ...one, counts: counted.includes(one) })),
      stands: standing(counted, heldSince(row.madeOn, summits)),
    };
  });
}

/** What a commitment can be made in, latest first: every statement, by its authentic title. */
export async function statementChoices(actor: Actor) {
  ensure(actor, "commitment.list");
  return [
    ...(await db().execute<{ id: string; title: string }>(sql`
      select s.id, (select title from statement_revisions r where r.statement_id = s.id
        and r.locale = s.authentic_locale order by number desc limit 1) as title
      from statements s where exists (select from statement_revisions r where r.statement_id = s.id
        and r.locale = s.authentic_locale) order by s.created_at desc, s.id`)),
  ];
}

/** The meetings at which something can have been reported: those that have begun at a moment, latest first. */
export async function meetingChoices(actor: Actor, at: Date) {
  ensure(actor, "commitment.list");
  return db()
    .select({ id: events.id, name: events.title })
    .from(events)
    .where(and(lte(events.startsAt, at), isNull(events.cancelledAt)))
    .orderBy(desc(events.startsAt));
}
