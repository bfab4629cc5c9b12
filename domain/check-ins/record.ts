import { and, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { badges, checkIns } from "@/db/schema/door";
import { participations } from "@/db/schema/participations";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import type { Scan, ScansInput } from "./input";
import { type Conflict, doorState, isSecond, type Outcome, type Seen, trueInstant } from "./rules";

/**
 * Takes in what a device saw, all of it or nothing. A scan made with the server at hand is refused where nobody should
 * be let in; one that was decided without it is kept with its conflict, for the person is inside. The event's row is the
 * queue, so that two doors never both believe they were first. Refuses `not_found`, `not_allowed`.
 */
export async function recordScans(
  actor: Actor,
  eventId: string,
  { device, sentAt, scans }: ScansInput,
  at = now(),
): Promise<Outcome[]> {
  ensure(actor, "check-in.record");
  const byId = actorId(actor);
  if (!byId) throw new Refusal("not_allowed");
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    const known = await whatIsKnown(tx, eventId, scans);
    const rows: (typeof checkIns.$inferInsert)[] = [];
    const outcomes = scans.map((scan, index): Outcome => {
      const badge = scan.badge ? known.badges.get(scan.badge) : undefined;
      const person = known.people.get(badge?.participationId ?? scan.participationId ?? "");
      const outcome = { nonce: scan.nonce, participationId: person?.id ?? null };
      if (known.nonces.has(scan.nonce)) return { ...outcome, result: "known", why: "" };
      if (!person) return { ...outcome, result: "refused", why: "unknown" };
      const seenAt = trueInstant(scan.at, sentAt, at, scans.length - 1 - index);
      if (doorState(event, seenAt) !== "open") return { ...outcome, result: "refused", why: "closed" };
      const day = dayIn(seenAt, event.zone);
      const fresh: Seen = { nonce: scan.nonce, kind: scan.kind, at: seenAt };
      const why = conflictOf(scan, badge, person, known.seen(person.id, day), fresh);
      if (!scan.offline && (why === "not_approved" || why === "void_badge"))
        return { ...outcome, result: "refused", why };
      known.nonces.add(scan.nonce);
      known.seen(person.id, day).push(fresh);
      rows.push({
        ...fresh,
        eventId,
        participationId: person.id,
        day,
        receivedAt: at,
        device,
        byId,
        byName: actorName(actor),
        offline: scan.offline,
        conflict: why,
      });
      return { ...outcome, result: "recorded", why };
    });
    if (rows.length > 0) await tx.insert(checkIns).values(rows).onConflictDoNothing();
    for (const row of rows) {
      await record(tx, actor, {
        action: "check-in.record",
        subject: ["participation", row.participationId],
        eventId,
        at,
        details: { kind: row.kind, day: row.day, offline: row.offline, conflict: row.conflict },
      });
    }
    return outcomes;
  });
}

type Badge = { participationId: string; voided: boolean };
type Person = { id: string; state: string };

/** A void badge is the gravest: somebody else may hold the one that counts. */
function conflictOf(
  { kind }: Scan,
  badge: Badge | undefined,
  person: Person,
  seen: readonly Seen[],
  fresh: Seen,
): Conflict | "" {
  if (kind === "undo") return "";
  if (badge?.voided) return "void_badge";
  if (person.state !== "approved") return "not_approved";
  return isSecond(seen, fresh) ? "already_in" : "";
}

/** What the database knows of the scans, of this event only: their badges, their people, and what was seen before. */
async function whatIsKnown(tx: Transaction, eventId: string, scans: readonly Scan[]) {
  const hashes = scans.flatMap(({ badge }) => badge ?? []);
  const printed = await tx
    .select({ hash: badges.codeHash, participationId: badges.participationId, voidedAt: badges.voidedAt })
    .from(badges)
    .where(and(eq(badges.eventId, eventId), inArray(badges.codeHash, hashes)));
  const ids = [
    ...scans.flatMap(({ participationId }) => participationId ?? []),
    ...printed.map(({ participationId }) => participationId),
  ];
  const people = await tx
    .select({ id: participations.id, state: participations.state })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), inArray(participations.id, ids)));
  const taken = await tx
    .select({ nonce: checkIns.nonce })
    .from(checkIns)
    .where(
      inArray(
        checkIns.nonce,
        scans.map(({ nonce }) => nonce),
      ),
    );
  const before = await tx
    .select({
      participationId: checkIns.participationId,
      day: checkIns.day,
      nonce: checkIns.nonce,
      kind: checkIns.kind,
      at: checkIns.at,
    })
    .from(checkIns)
    .where(
      and(
        eq(checkIns.eventId, eventId),
        inArray(
          checkIns.participationId,
          people.map(({ id }) => id),
        ),
      ),
    );
  const seen = new Map<string, Seen[]>();
  const seenOf = (id: string, day: string) => {
    const key = `${id} ${day}`;
    const list = seen.get(key) ?? [];
    seen.set(key, list);
    return list;
  };
  for (const { participationId, day, ...one } of before) seenOf(participationId, day).push(one);
  return {
    badges: new Map(
      printed.map(({ hash, participationId, voidedAt }) => [
        hash,
        { participationId, voided: voidedAt !== null },
      ]),
    ),
    people: new Map(people.map((person) => [person.id, person])),
    nonces: new Set(taken.map(({ nonce }) => nonce)),
    seen: seenOf,
  };
}
