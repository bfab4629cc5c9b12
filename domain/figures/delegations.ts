import { and, count, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { EventKind, ParticipationClass } from "@/db/enums";
import { delegationQuotas, delegations } from "@/db/schema/delegations";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { classesOf } from "@/domain/classes/queries";
import { liveStates } from "@/domain/participations/rules";

/** How many of a class a delegation has named, how many of them are approved, and how many it may have (null: any). */
export type Fill = { class: ParticipationClass; named: number; approved: number; quota: number | null };

/**
 * The delegations of an event with how far each fills its quotas, class by class in the event's order. Classes that
 * have neither a quota nor anybody in it are left out everywhere. A constant number of statements.
 */
export async function delegationFill(actor: Actor, event: { id: string; kind: EventKind }) {
  ensure(actor, "delegation.list");
  const [classes, parties, own, counts] = await Promise.all([
    classesOf(db(), event),
    db()
      .select({
        id: delegations.id,
        name: organisations.name,
        kind: organisations.kind,
        country: organisations.country,
      })
      .from(delegations)
      .innerJoin(organisations, eq(organisations.id, delegations.organisationId))
      .where(eq(delegations.eventId, event.id)),
    db()
      .select({
        delegationId: delegationQuotas.delegationId,
        class: delegationQuotas.class,
        quota: delegationQuotas.quota,
      })
      .from(delegationQuotas)
      .innerJoin(delegations, eq(delegations.id, delegationQuotas.delegationId))
      .where(eq(delegations.eventId, event.id)),
    db()
      .select({
        delegationId: participations.delegationId,
        class: participations.class,
        named: count(),
        approved: sql<number>`count(*) filter (where ${participations.state} = 'approved')::int`,
      })
      .from(participations)
      .where(
        and(
          eq(participations.eventId, event.id),
          isNotNull(participations.delegationId),
          inArray(participations.state, [...liveStates]),
        ),
      )
      .groupBy(participations.delegationId, participations.class),
  ]);
  const key = (delegation: string | null, of: ParticipationClass) => `${delegation} ${of}`;
  const quotas = new Map(own.map((row) => [key(row.delegationId, row.class), row.quota]));
  const held = new Map(counts.map((row) => [key(row.delegationId, row.class), row]));
  const order = [
    ...classes.map((one) => one.class),
    ...counts.map((row) => row.class).filter((of) => !classes.some((one) => one.class === of)),
  ];
  const shown = [...new Set(order)].filter(
    (of) =>
      classes.some((one) => one.class === of && one.quota !== null) || counts.some((row) => row.class === of),
  );
  return {
    classes: shown,
    delegations: parties.map((party) => ({
      ...party,
      fill: shown.map((of): Fill => {
        const { named, approved } = held.get(key(party.id, of)) ?? { named: 0, approved: 0 };
        const usual = classes.find((one) => one.class === of);
        const quota = quotas.has(key(party.id, of)) ? quotas.get(key(party.id, of)) : usual ? usual.quota : 0;
        return { class: of, named, approved, quota: quota ?? null };
      }),
    })),
  };
}
