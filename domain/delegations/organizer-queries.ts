import { and, countDistinct, eq, isNull, notInArray } from "drizzle-orm";
import { db } from "@/db/client";
import type { EventKind, Localized } from "@/db/enums";
import { delegations } from "@/db/schema/delegations";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { focalPointsOf } from "./focal-points";
import { lettersOf, messagesTo } from "./letters";
import { type Standing, standingOf } from "./parts";
import { memberColumns } from "./people";
import { type DelegationProgress, progressOf } from "./rules";

/** What the list of an event's delegations can be asked. */
export type DelegationFilter = {
  q: string;
  progress?: DelegationProgress;
  lacks?: "head" | "credentials" | "quota";
};

type EventFacts = {
  id: string;
  kind: EventKind;
  nominationClosesAt: Date | null;
  nominationGraceMinutes: number;
  endsAt: Date;
  cancelledAt: Date | null;
};

/**
 * The delegations of an event that a filter names, and where each stands; `all` is how many there are without it. An
 * event has a few hundred at most, so that what is computed of them is filtered here.
 */
export async function listDelegations(actor: Actor, event: EventFacts, filter: DelegationFilter, at: Date) {
  ensure(actor, "delegation.list");
  const rows = await db()
    .select({
      id: delegations.id,
      eventId: delegations.eventId,
      organisationId: delegations.organisationId,
      nominationClosesAt: delegations.nominationClosesAt,
      name: organisations.name,
      kind: organisations.kind,
      country: organisations.country,
    })
    .from(delegations)
    .innerJoin(organisations, eq(organisations.id, delegations.organisationId))
    .where(eq(delegations.eventId, event.id));
  const standing = rows.length > 0 ? await standingOf(rows, [event], { bound: false, at }) : new Map();
  const all = rows.map((row) => ({ ...row, ...(standing.get(row.id) as Standing) }));
  return { rows: all.filter((row) => matches(row, filter)), all: all.length };
}

export type ListedDelegation = Awaited<ReturnType<typeof listDelegations>>["rows"][number];

function matches(row: Standing & { name: Localized }, { q, progress, lacks }: DelegationFilter): boolean {
  const said = Object.values(row.name).join(" ").toLocaleLowerCase();
  const lacking = {
    head: !row.live.some((person) => person.class === "head"),
    credentials: row.credentials === null || row.credentials === "rejected",
    quota: row.obstacles.includes("over_quota"),
  };
  return (
    said.includes(q.toLocaleLowerCase()) &&
    (progress === undefined || progressOf(row.live) === progress) &&
    (lacks === undefined || lacking[lacks])
  );
}

/** A delegation of an event as the workspace sees it, with its people, letters, messages and focal points. Refuses `not_found`. */
export async function delegationForOrganizer(
  actor: Actor,
  event: EventFacts,
  delegationId: string,
  at: Date,
) {
  ensure(actor, "delegation.list");
  const [row] = await db()
    .select({
      id: delegations.id,
      eventId: delegations.eventId,
      organisationId: delegations.organisationId,
      nominationClosesAt: delegations.nominationClosesAt,
      note: delegations.note,
      revision: delegations.revision,
      name: organisations.name,
      kind: organisations.kind,
      country: organisations.country,
    })
    .from(delegations)
    .innerJoin(organisations, eq(organisations.id, delegations.organisationId))
    .where(and(eq(delegations.id, delegationId), eq(delegations.eventId, event.id)));
  if (!row) throw new Refusal("not_found");
  const [standing, people, letters, messages, focalPoints] = await Promise.all([
    standingOf([row], [event], { bound: false, at }),
    db()
      .select(memberColumns)
      .from(participations)
      .where(eq(participations.delegationId, row.id))
      .orderBy(participations.arrival, participations.createdAt),
    lettersOf(row.id),
    messagesTo(row.id),
    focalPointsOf(db(), row.organisationId),
  ]);
  return { ...row, ...(standing.get(row.id) as Standing), people, letters, messages, focalPoints };
}

/** How many delegations of an event, and how many focal points, a message to all of them reaches. */
export async function addresseesOf(actor: Actor, eventId: string) {
  ensure(actor, "delegation.message");
  const [row] = await db()
    .select({ delegations: countDistinct(delegations.id), people: countDistinct(users.id) })
    .from(delegations)
    .leftJoin(
      users,
      and(
        eq(users.organisationId, delegations.organisationId),
        eq(users.role, "focal_point"),
        isNull(users.deactivatedAt),
      ),
    )
    .where(eq(delegations.eventId, eventId));
  return { delegations: row?.delegations ?? 0, people: row?.people ?? 0 };
}

/** The organisations that have no delegation at an event yet. */
export async function organisationsToOpen(actor: Actor, eventId: string) {
  ensure(actor, "delegation.open");
  const opened = db()
    .select({ id: delegations.organisationId })
    .from(delegations)
    .where(eq(delegations.eventId, eventId));
  return db()
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(notInArray(organisations.id, opened));
}
