import { asc, desc, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import type { EventKind } from "@/db/enums";
import { credentials, delegationQuotas } from "@/db/schema/delegations";
import { participations } from "@/db/schema/participations";
import { eventClasses } from "@/db/schema/pools";
import { presetClasses } from "@/domain/classes/rules";
import {
  acceptedUntil,
  deadlineOf,
  fillOf,
  isLive,
  nextStep,
  nominationDoor,
  obstaclesToSubmitting,
  type Quota,
} from "./rules";

type EventFacts = {
  id: string;
  kind: EventKind;
  nominationClosesAt: Date | null;
  nominationGraceMinutes: number;
  endsAt: Date;
  cancelledAt: Date | null;
};
type Delegation = { id: string; eventId: string; nominationClosesAt: Date | null };

/**
 * Where each of some delegations stands: deadline and door, how full it is, who is in which state, the latest letter,
 * what stands in the way of submitting, and what comes next. Four statements, however many they are.
 */
export async function standingOf(
  delegations: readonly Delegation[],
  events: readonly EventFacts[],
  { bound, at }: { bound: boolean; at: Date },
) {
  const parts = await partsOf(
    delegations.map((row) => row.id),
    events.map((row) => row.id),
  );
  const standing = (delegation: Delegation) => {
    const event = events.find((row) => row.id === delegation.eventId);
    if (!event) throw new Error("a delegation without its event");
    const people = parts.people.filter((row) => row.delegationId === delegation.id);
    const own = parts.quotas.filter((row) => row.delegationId === delegation.id);
    const letter = parts.letters.find((row) => row.delegationId === delegation.id);
    const found = parts.classes.filter((row) => row.eventId === event.id);
    const classes: Quota[] = found.length > 0 ? found : presetClasses(event.kind);
    const fills = fillOf(classes, own, people);
    const door = nominationDoor(event, delegation, at);
    const obstacles = obstaclesToSubmitting({ event, delegation, fills, people, bound }, at);
    return {
      door,
      deadline: deadlineOf(event, delegation),
      acceptedUntil: acceptedUntil(event, delegation),
      classes,
      fills,
      own,
      live: people.filter((row) => isLive(row.state)),
      obstacles,
      credentials: letter?.state ?? null,
      next: nextStep({ kind: event.kind, door, people, obstacles, credentials: letter?.state ?? null }),
    };
  };
  return new Map(delegations.map((row) => [row.id, standing(row)]));
}

export type Standing = Awaited<ReturnType<typeof standingOf>> extends Map<string, infer One> ? One : never;

async function partsOf(delegationIds: string[], eventIds: string[]) {
  const [people, quotas, letters, classes] = await Promise.all([
    db()
      .select({
        delegationId: participations.delegationId,
        class: participations.class,
        state: participations.state,
        name: participations.name,
      })
      .from(participations)
      .where(inArray(participations.delegationId, delegationIds)),
    db().select().from(delegationQuotas).where(inArray(delegationQuotas.delegationId, delegationIds)),
    db()
      .selectDistinctOn([credentials.delegationId], {
        delegationId: credentials.delegationId,
        state: credentials.state,
      })
      .from(credentials)
      .where(inArray(credentials.delegationId, delegationIds))
      .orderBy(credentials.delegationId, desc(credentials.uploadedAt), desc(credentials.id)),
    db()
      .select()
      .from(eventClasses)
      .where(inArray(eventClasses.eventId, eventIds))
      .orderBy(asc(eventClasses.position)),
  ]);
  return { people, quotas, letters, classes };
}
