import { and, count, eq, inArray } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { EventKind } from "@/db/enums";
import { delegationQuotas, delegations } from "@/db/schema/delegations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { classesOf } from "@/domain/classes/queries";
import { liveStates } from "@/domain/participations/rules";
import { fillOf, type Room } from "./rules";

type Event = { id: string; kind: EventKind };

/** How full the delegations of an event are, for whoever adds somebody by hand. */
export async function roomForAdding(actor: Actor, event: Event): Promise<Room> {
  ensure(actor, "participation.add");
  return roomOf(db(), event);
}

/** The same for verbs, and for jobs that have asked for a right. A constant number of statements. */
export async function roomOf(query: Queryable, event: Event): Promise<Room> {
  const here = eq(delegations.eventId, event.id);
  const [classes, begun, quotas, people] = await Promise.all([
    classesOf(query, event),
    query
      .select({ id: delegations.id, organisationId: delegations.organisationId })
      .from(delegations)
      .where(here),
    query
      .select({
        delegationId: delegationQuotas.delegationId,
        class: delegationQuotas.class,
        quota: delegationQuotas.quota,
      })
      .from(delegationQuotas)
      .innerJoin(delegations, eq(delegations.id, delegationQuotas.delegationId))
      .where(here),
    query
      .select({
        delegationId: participations.delegationId,
        class: participations.class,
        state: participations.state,
        many: count(),
      })
      .from(participations)
      .innerJoin(delegations, eq(delegations.id, participations.delegationId))
      .where(and(here, inArray(participations.state, [...liveStates])))
      .groupBy(participations.delegationId, participations.class, participations.state),
  ]);
  // An import asks this for every few hundred rows: of ten thousand people the database sends their numbers only.
  const theirs = new Map(begun.map(({ id }) => [id, [] as typeof people]));
  for (const row of people)
    theirs.get(row.delegationId ?? "")?.push(...Array.from({ length: row.many }, () => row));
  const fills = begun.map(({ id, organisationId }) => {
    const own = quotas.filter((row) => row.delegationId === id);
    return [organisationId, fillOf(classes, own, theirs.get(id) ?? [])] as const;
  });
  return { usual: fillOf(classes, [], []), of: Object.fromEntries(fills) };
}
