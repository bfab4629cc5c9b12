import { and, count, desc, eq, ilike, inArray, or } from "drizzle-orm";
import { db } from "@/db/client";
import type { SubjectKind } from "@/db/enums";
import { history } from "@/db/schema/history";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { readableKinds } from "./rules";
import { subjectsOf } from "./subjects";

const columns = {
  id: history.id,
  at: history.at,
  actorName: history.actorName,
  action: history.action,
  subjectKind: history.subjectKind,
  subjectId: history.subjectId,
  eventId: history.eventId,
  reason: history.reason,
  details: history.details,
};

/** The deeds an actor may read: of the kinds of things they work with, and of no others. */
const readable = (actor: Actor) => inArray(history.subjectKind, readableKinds(actor));

/** What was done to a thing, and to those that belong to it, as far as the actor may read it, latest first. */
export async function historyOf(actor: Actor, ...subjects: (readonly [SubjectKind, string])[]) {
  ensure(actor, "history.read");
  const about = subjects.map(([kind, id]) => and(eq(history.subjectKind, kind), eq(history.subjectId, id)));
  return db()
    .select(columns)
    .from(history)
    .where(and(readable(actor), or(...about)))
    .orderBy(desc(history.id))
    .limit(500);
}

/** What was done to an event and all that belongs to it, as far as the actor may read it, latest first. */
export async function historyOfEvent(actor: Actor, eventId: string) {
  ensure(actor, "history.read");
  const deeds = await db()
    .select(columns)
    .from(history)
    .where(and(readable(actor), eq(history.eventId, eventId)))
    .orderBy(desc(history.id))
    .limit(500);
  return named(deeds);
}

/** Rows on a page of everything that was done. */
export const pageSize = 100;

/** A page of everything that was done, as far as the actor may read it, latest first. */
export async function listHistory(
  actor: Actor,
  { q, kind, page }: { q: string; kind?: SubjectKind; page: number },
) {
  ensure(actor, "history.read");
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const where = and(
    readable(actor),
    kind && eq(history.subjectKind, kind),
    q
      ? or(ilike(history.actorName, like), ilike(history.action, like), ilike(history.reason, like))
      : undefined,
  );
  const [rows, [total]] = await Promise.all([
    db()
      .select(columns)
      .from(history)
      .where(where)
      .orderBy(desc(history.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().select({ count: count() }).from(history).where(where),
  ]);
  return { rows: await named(rows), total: total?.count ?? 0 };
}

/** The deeds with what each was about. */
async function named<Deed extends { subjectKind: SubjectKind; subjectId: string }>(deeds: Deed[]) {
  const subjects = await subjectsOf(deeds);
  return deeds.map((deed) => ({ ...deed, subject: subjects.get(`${deed.subjectKind}:${deed.subjectId}`) }));
}
