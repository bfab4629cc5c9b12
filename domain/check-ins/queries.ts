import { and, count, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { badges, checkIns } from "@/db/schema/door";
import { events } from "@/db/schema/events";
import { files } from "@/db/schema/files";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { eventClasses } from "@/db/schema/pools";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { classesOf } from "@/domain/classes/queries";
import { contentOf, stored } from "@/domain/files/content";
import { nameLine } from "@/domain/names/rules";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { type Conflict, type DoorList, type DoorNow, doorState, inSince, type Seen } from "./rules";

/** Rows by what they have in common. */
function groupedBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row)) ?? [];
    group.push(row);
    groups.set(key(row), group);
  }
  return groups;
}

const delegationIn = (locale: Locale): SQL<string> =>
  sql`coalesce(${organisations.name}->>${locale}, ${organisations.name}->>'en', ${organisations.name}->>'sv', ${participations.organisationName})`;

/** What a name line is made of. */
const named = { name: participations.name, courtesyTitle: participations.courtesyTitle };

/** A row with its name line in place of what it is made of. */
function lined<Row extends { name: string; courtesyTitle: string }>({ courtesyTitle, ...row }: Row) {
  return { ...row, name: nameLine({ courtesyTitle, name: row.name }) };
}

/** The event whose door is open. Refuses `not_found`, `door_closed`. */
async function openDoor(eventId: string, at: Date) {
  const [event] = await db().select().from(events).where(eq(events.id, eventId));
  if (!event) throw new Refusal("not_found");
  if (doorState(event, at) !== "open") throw new Refusal("door_closed");
  return event;
}

/**
 * What a device at the door takes along: those who are approved, without address or needs; the zones of each class; and
 * the badges that count no more. Refuses `not_allowed`, `not_found`, `door_closed`.
 */
export async function doorList(actor: Actor, eventId: string, locale: Locale, at = now()): Promise<DoorList> {
  ensure(actor, "check-in.list");
  const event = await openDoor(eventId, at);
  const [guests, refused, classes, version] = await Promise.all([
    db()
      .select({
        id: participations.id,
        ...named,
        delegation: delegationIn(locale),
        class: participations.class,
        badge: badges.codeHash,
        photo: sql<boolean>`${participations.photoId} is not null`,
      })
      .from(participations)
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .leftJoin(badges, and(eq(badges.participationId, participations.id), sql`${badges.voidedAt} is null`))
      .where(
        and(
          eq(participations.eventId, eventId),
          eq(participations.state, "approved"),
          isNull(participations.erasedAt),
        ),
      )
      .orderBy(participations.name),
    db()
      .select({
        hash: badges.codeHash,
        id: badges.participationId,
        why: sql<Conflict>`case when ${badges.voidedAt} is not null then 'void_badge' else 'not_approved' end`,
      })
      .from(badges)
      .innerJoin(participations, eq(participations.id, badges.participationId))
      .where(
        and(
          eq(badges.eventId, eventId),
          or(isNotNull(badges.voidedAt), ne(participations.state, "approved")),
        ),
      ),
    classesOf(db(), event),
    listVersion(eventId),
  ]);
  return {
    version,
    fetchedAt: at.toISOString(),
    guests: guests.map(lined),
    refused,
    zones: Object.fromEntries(classes.map((one) => [one.class, one.zones])),
  };
}

/** Changes whenever the list of the door does. */
async function listVersion(eventId: string): Promise<string> {
  const [row] = await db().execute<{ version: string }>(sql`
    select md5(concat_ws(' ',
      (select concat_ws(' ', count(*), max(updated_at)) from ${participations} where event_id = ${eventId}),
      (select concat_ws(' ', count(*), count(voided_at)) from ${badges} where event_id = ${eventId}),
      (select string_agg(class || zones, ' ' order by position) from ${eventClasses} where event_id = ${eventId})
    )) as version`);
  return row?.version ?? "";
}

/**
 * What changes by the minute: who is in today, since when; how many are expected; today's conflicts at every door.
 * Refuses `not_allowed`, `not_found`, `door_closed`.
 */
export async function doorNow(actor: Actor, eventId: string, at = now()): Promise<DoorNow> {
  ensure(actor, "check-in.list");
  const event = await openDoor(eventId, at);
  const day = dayIn(at, event.zone);
  const [seen, expected, version] = await Promise.all([
    db()
      .select({
        id: checkIns.participationId,
        nonce: checkIns.nonce,
        kind: checkIns.kind,
        at: checkIns.at,
        device: checkIns.device,
        conflict: checkIns.conflict,
        ...named,
      })
      .from(checkIns)
      .innerJoin(participations, eq(participations.id, checkIns.participationId))
      .where(and(eq(checkIns.eventId, eventId), eq(checkIns.day, day)))
      .orderBy(checkIns.at, checkIns.nonce),
    expectedAt(eventId),
    listVersion(eventId),
  ]);
  const present = [...groupedBy(seen, (one) => one.id)].flatMap(([id, own]) => {
    const since = inSince(own);
    return since ? [{ id, since: since.toISOString() }] : [];
  });
  return {
    day,
    version,
    expected,
    present,
    conflicts: seen
      .filter((one) => one.conflict !== "")
      .map(({ kind: _, ...one }) => ({
        ...one,
        at: one.at.toISOString(),
        conflict: one.conflict as Conflict,
      })),
  };
}

async function expectedAt(eventId: string): Promise<number> {
  const [row] = await db()
    .select({ count: count() })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.state, "approved")));
  return row?.count ?? 0;
}

/**
 * The attendance of an event on a day of its zone: everyone who is expected and everyone who was seen, with when they
 * came in. Refuses `not_allowed`.
 */
export async function attendanceOn(actor: Actor, eventId: string, day: string, locale: Locale) {
  ensure(actor, "check-in.list");
  const seenOn = db()
    .select({ id: checkIns.participationId })
    .from(checkIns)
    .where(and(eq(checkIns.eventId, eventId), eq(checkIns.day, day)));
  const [people, seen] = await Promise.all([
    db()
      .select({
        id: participations.id,
        ...named,
        functionalTitle: participations.functionalTitle,
        delegation: delegationIn(locale),
        class: participations.class,
        state: participations.state,
      })
      .from(participations)
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(
        and(
          eq(participations.eventId, eventId),
          or(eq(participations.state, "approved"), inArray(participations.id, seenOn)),
        ),
      )
      .orderBy(delegationIn(locale), participations.name),
    db()
      .select()
      .from(checkIns)
      .where(and(eq(checkIns.eventId, eventId), eq(checkIns.day, day)))
      .orderBy(checkIns.at, checkIns.nonce),
  ]);
  const byPerson = groupedBy(seen, (one) => one.participationId);
  return people.map(lined).map((person) => {
    const own = byPerson.get(person.id) ?? [];
    return { ...person, since: inSince(own), conflicts: own.filter((one) => one.conflict !== "") };
  });
}

/** How many are in on each day on which any door saw somebody, and how many are expected. Refuses `not_allowed`. */
export async function countsByDay(actor: Actor, eventId: string) {
  ensure(actor, "check-in.list");
  const [seen, expected] = await Promise.all([
    db()
      .select({
        id: checkIns.participationId,
        day: checkIns.day,
        nonce: checkIns.nonce,
        kind: checkIns.kind,
        at: checkIns.at,
      })
      .from(checkIns)
      .where(eq(checkIns.eventId, eventId)),
    expectedAt(eventId),
  ]);
  const days = [...groupedBy(seen, (one) => one.day)].map(([day, ofDay]) => {
    const people = [...groupedBy(ofDay, (one) => one.id).values()];
    return { day, present: people.filter((own) => inSince(own) !== null).length };
  });
  return { expected, days: new Map(days.map(({ day, present }) => [day, present])) };
}

/** Since when somebody is in today, in the zone of the event; null where they are not. Refuses `not_allowed`. */
export async function inSinceToday(
  actor: Actor,
  participationId: string,
  zone: string,
  at = now(),
): Promise<Date | null> {
  ensure(actor, "check-in.list");
  const seen: Seen[] = await db()
    .select({ nonce: checkIns.nonce, kind: checkIns.kind, at: checkIns.at })
    .from(checkIns)
    .where(and(eq(checkIns.participationId, participationId), eq(checkIns.day, dayIn(at, zone))));
  return inSince(seen);
}

/** The picture of somebody at an event, where there is one that is not erased. Refuses `not_allowed`. */
export async function photoOf(actor: Actor, eventId: string, participationId: string) {
  ensure(actor, "check-in.list");
  const [row] = await db()
    .select({ name: files.name, contentType: files.contentType, ...stored })
    .from(participations)
    .innerJoin(files, eq(files.id, participations.photoId))
    .where(and(eq(participations.id, participationId), eq(participations.eventId, eventId)));
  const content = await contentOf(row);
  return row && content ? { name: row.name, contentType: row.contentType, content } : undefined;
}
