import { and, asc, count, desc, eq, ilike, isNotNull, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { StatementKind } from "@/db/enums";
import { agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { statementCirculations } from "@/db/schema/negotiations";
import { translationReviews } from "@/db/schema/statement-publishing";
import { adoptions, statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { internalKinds } from "@/domain/agenda/rules";
import { Refusal } from "@/lib/refusal";

export type StatementFilter = { q: string; kind?: StatementKind; sort: "created" | "-created"; page: number };

/** Rows on a page of the list. */
export const pageSize = 50;

/** The title of the latest authentic text. */
const latestTitle = sql<string>`(select r.title from statement_revisions r
  where r.statement_id = ${statements.id} and r.locale = ${statements.authenticLocale}
  order by r.number desc limit 1)`;
const revisions = sql<number>`(select count(*)::int from statement_revisions r where r.statement_id = ${statements.id})`;

/** A page of all statements, with where each stands. */
export async function listStatements(actor: Actor, { q, kind, sort, page }: StatementFilter) {
  ensure(actor, "statement.list");
  const where = and(
    kind && eq(statements.kind, kind),
    q ? ilike(latestTitle, `%${q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
  );
  const [rows, [total]] = await Promise.all([
    db()
      .select({
        id: statements.id,
        kind: statements.kind,
        title: latestTitle,
        authenticLocale: statements.authenticLocale,
        createdAt: statements.createdAt,
        eventTitle: events.title,
        adoptedAt: adoptions.adoptedAt,
        revisions,
        publications: sql<{ locale: string; from: string; gone: string | null }[]>`coalesce((
          select json_agg(json_build_object('locale', p.locale, 'from', p.public_from, 'gone', p.withdrawn_at) order by p.published_at)
          from statement_publications p where p.statement_id = ${statements.id}), '[]')`,
      })
      .from(statements)
      .leftJoin(events, eq(events.id, statements.eventId))
      .leftJoin(adoptions, eq(adoptions.statementId, statements.id))
      .where(where)
      .orderBy(sort === "created" ? asc(statements.createdAt) : desc(statements.createdAt), statements.id)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().select({ count: count() }).from(statements).where(where),
  ]);
  return { rows, total: total?.count ?? 0 };
}

/** A statement as the workspace sees it: its facts, every revision by its head, adoption and publications. */
export async function statementForOrganizer(actor: Actor, id: string) {
  ensure(actor, "statement.list");
  const [statement] = await db()
    .select({ statement: statements, eventTitle: events.title, eventZone: events.zone })
    .from(statements)
    .leftJoin(events, eq(events.id, statements.eventId))
    .where(eq(statements.id, id));
  if (!statement) throw new Refusal("not_found");
  const [heads, [adoption], publications] = await Promise.all([
    db()
      .select({
        id: statementRevisions.id,
        locale: statementRevisions.locale,
        number: statementRevisions.number,
        title: statementRevisions.title,
        note: statementRevisions.note,
        translationOfId: statementRevisions.translationOfId,
        savedAt: statementRevisions.savedAt,
        savedByName: statementRevisions.savedByName,
        length: sql<number>`jsonb_array_length(${statementRevisions.paragraphs})`,
        /** As what it was sent round to the parties: 0 is the zero draft. */
        circulation: statementCirculations.number,
      })
      .from(statementRevisions)
      .leftJoin(statementCirculations, eq(statementCirculations.revisionId, statementRevisions.id))
      .where(eq(statementRevisions.statementId, id))
      .orderBy(desc(statementRevisions.number)),
    db().select().from(adoptions).where(eq(adoptions.statementId, id)),
    db()
      .select()
      .from(statementPublications)
      .where(eq(statementPublications.statementId, id))
      .orderBy(desc(statementPublications.publishedAt)),
  ]);
  return {
    ...statement.statement,
    eventTitle: statement.eventTitle,
    eventZone: statement.eventZone,
    heads,
    adoption,
    publications,
  };
}

/** One revision whole, of this statement and no other. Refuses `not_found`. */
export async function revisionOf(actor: Actor, statementId: string, revisionId: string) {
  ensure(actor, "statement.list");
  const [revision] = await db()
    .select()
    .from(statementRevisions)
    .where(and(eq(statementRevisions.id, revisionId), eq(statementRevisions.statementId, statementId)));
  if (!revision) throw new Refusal("not_found");
  return revision;
}

/** The revisions of a statement that another person than the translator looked over. */
export async function reviewedRevisions(actor: Actor, statementId: string) {
  ensure(actor, "statement.list");
  const rows = await db()
    .select({ id: translationReviews.revisionId })
    .from(translationReviews)
    .innerJoin(statementRevisions, eq(statementRevisions.id, translationReviews.revisionId))
    .where(eq(statementRevisions.statementId, statementId));
  return new Set(rows.map((row) => row.id));
}

/** The sessions of the statement's event, for the record of its adoption; an internal hold is none. */
export async function sessionsOf(actor: Actor, eventId: string | null) {
  ensure(actor, "statement.list");
  if (!eventId) return [];
  return db()
    .select({
      id: agendaItems.id,
      name: agendaItems.title,
      startsAt: sql<Date>`${agendaItems.startsAt}`.mapWith(agendaItems.startsAt),
      endsAt: sql<Date>`${agendaItems.endsAt}`.mapWith(agendaItems.endsAt),
    })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.eventId, eventId),
        notInArray(agendaItems.kind, internalKinds),
        isNotNull(agendaItems.startsAt),
      ),
    )
    .orderBy(agendaItems.startsAt);
}

/** Every event, to tie a statement to. */
export async function eventChoices(actor: Actor) {
  ensure(actor, "statement.list");
  return db().select({ id: events.id, name: events.title }).from(events).orderBy(desc(events.startsAt));
}
