import { and, desc, eq, inArray, isNotNull, lte } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { periods } from "@/db/schema/periods";
import { statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isPublicAt } from "@/domain/publication/where";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import type { Belonging } from "./input";
import { closedPeriodsOf, type Dated, type Period } from "./rules";

const columns = {
  id: periods.id,
  kind: periods.kind,
  name: periods.name,
  organisationId: periods.organisationId,
  fromOn: periods.fromOn,
  toOn: periods.toOn,
};

type Text = Pick<Dated, "day" | "governments"> & { id: string };

/**
 * The periods that are over on a day, for each of some texts that belongs to one: the earliest first, of those that began
 * together the longest. What is tied to an event that is public has the day of the event; else it has its own.
 */
export async function closedPeriodsBy(
  of: Belonging,
  texts: readonly Text[],
  today: string,
  at: Date,
  query: Queryable = db(),
): Promise<Map<string, Period[]>> {
  const found = new Map<string, Period[]>();
  if (texts.length === 0) return found;
  const over = await query
    .select(columns)
    .from(periods)
    .where(and(isNotNull(periods.toOn), lte(periods.toOn, today)))
    .orderBy(periods.fromOn, desc(periods.toOn), periods.id);
  if (over.length === 0) return found;
  const facts = await factsOf(
    query,
    of,
    texts.map((text) => text.id),
    at,
  );
  for (const { id, ...text } of texts) {
    const { day = text.day, periodId = null } = facts.get(id) ?? {};
    const closed = closedPeriodsOf({ ...text, day, periodId }, over, today);
    if (closed.length > 0) found.set(id, closed);
  }
  return found;
}

/** The period chosen by hand for each of some texts, and the day of its event where the public knows of that. */
async function factsOf(query: Queryable, of: Belonging, ids: readonly string[], at: Date) {
  const table = { announcement: announcements, statement: statements, event: undefined }[of];
  const event = { startsAt: events.startsAt, zone: events.zone };
  const rows = table
    ? await query
        .select({ id: table.id, periodId: table.periodId, ...event })
        .from(table)
        .leftJoin(
          events,
          and(eq(events.id, table.eventId), isPublicAt({ publicFrom: events.announcedAt }, at)),
        )
        .where(inArray(table.id, [...ids]))
    : await query
        .select({ id: events.id, periodId: events.periodId, ...event })
        .from(events)
        .where(inArray(events.id, [...ids]));
  return new Map(
    rows.map(({ id, periodId, startsAt, zone }) => [
      id,
      { periodId, day: startsAt && zone ? dayIn(startsAt, zone) : undefined },
    ]),
  );
}

/** Every period as the workspace lists them, the latest first. */
export async function listPeriods(actor: Actor) {
  ensure(actor, "period.edit");
  return db()
    .select({ ...columns, revision: periods.revision, organisation: organisations.name })
    .from(periods)
    .leftJoin(organisations, eq(organisations.id, periods.organisationId))
    .orderBy(desc(periods.fromOn), periods.id);
}

/** The period chosen by hand for a thing, with the revision to change it on, and what there is to choose from. */
export async function belongingOf(actor: Actor, of: Belonging, id: string) {
  ensure(actor, "period.edit");
  const table = { announcement: announcements, statement: statements, event: events }[of];
  const [[row], all] = await Promise.all([
    db().select({ periodId: table.periodId, revision: table.revision }).from(table).where(eq(table.id, id)),
    listPeriods(actor),
  ]);
  if (!row) throw new Refusal("not_found");
  return { ...row, periods: all };
}
