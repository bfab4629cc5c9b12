import { and, asc, count, desc, eq, gt, isNull, notExists, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { announcementPublications, announcementRevisions, announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { adoptions, statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { awaitingReview, unreviewedPublications } from "@/domain/announcements/review/queries";
import { failedMails } from "@/domain/outbox/queries";

/** Events whose registrations await a decision, with how many. */
async function pendingByEvent() {
  return db()
    .select({ id: events.id, title: events.title, pending: count() })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(and(eq(participations.state, "submitted"), isNull(events.cancelledAt), isNull(events.concludedAt)))
    .groupBy(events.id)
    .orderBy(asc(events.startsAt));
}

/** How many announcements were never published, in no language. */
async function draftAnnouncements() {
  const published = db()
    .select({ id: announcementPublications.id })
    .from(announcementPublications)
    .where(eq(announcementPublications.announcementId, announcements.id));
  const [row] = await db().select({ count: count() }).from(announcements).where(notExists(published));
  return row?.count ?? 0;
}

/** What will become public by itself, soonest first. */
async function embargoes(at: Date) {
  const later = sql`${at.toISOString()}::timestamptz`;
  const [texts, pieces] = await Promise.all([
    db()
      .select({
        id: statements.id,
        title: statementRevisions.title,
        locale: statementPublications.locale,
        publicFrom: statementPublications.publicFrom,
      })
      .from(statementPublications)
      .innerJoin(statements, eq(statements.id, statementPublications.statementId))
      .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
      .where(and(isNull(statementPublications.withdrawnAt), gt(statementPublications.publicFrom, later))),
    db()
      .select({
        id: announcements.id,
        title: announcementRevisions.title,
        locale: announcementPublications.locale,
        publicFrom: announcementPublications.publicFrom,
      })
      .from(announcementPublications)
      .innerJoin(announcements, eq(announcements.id, announcementPublications.announcementId))
      .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementPublications.revisionId))
      .where(
        and(isNull(announcementPublications.withdrawnAt), gt(announcementPublications.publicFrom, later)),
      ),
  ]);
  return [
    ...texts.map((text) => ({ ...text, room: "statements" as const })),
    ...pieces.map((piece) => ({ ...piece, room: "announcements" as const })),
  ].toSorted((a, b) => a.publicFrom.getTime() - b.publicFrom.getTime());
}

/** What needs the organizer today, as far as their role reaches, and the next events. */
export async function today(actor: Actor, at: Date) {
  ensure(actor, "workspace.enter");
  const decides = can(actor, "participation.approve");
  const edits = can(actor, "statement.list");
  const [pending, failed, drafts, open, unpublished, lifting, reviews, unreviewed, next] = await Promise.all([
    decides ? pendingByEvent() : [],
    can(actor, "mail.list") ? failedMails(actor) : 0,
    db()
      .select({ count: count() })
      .from(events)
      .where(and(isNull(events.announcedAt), isNull(events.cancelledAt))),
    db()
      .select({ count: count() })
      .from(statements)
      .leftJoin(adoptions, eq(adoptions.statementId, statements.id))
      .where(isNull(adoptions.statementId)),
    draftAnnouncements(),
    edits ? embargoes(at) : [],
    awaitingReview(actor),
    unreviewedPublications(actor),
    db()
      .select()
      .from(events)
      .where(gt(events.endsAt, sql`${at.toISOString()}::timestamptz`))
      .orderBy(asc(events.startsAt), desc(events.id))
      .limit(5),
  ]);
  return {
    pending,
    failed,
    drafts: drafts[0]?.count ?? 0,
    open: edits ? (open[0]?.count ?? 0) : 0,
    draftAnnouncements: can(actor, "announcement.list") ? unpublished : 0,
    lifting,
    reviews,
    unreviewed,
    next,
  };
}
