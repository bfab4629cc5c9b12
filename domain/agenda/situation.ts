import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { availabilities } from "@/db/schema/agenda";
import { delegations } from "@/db/schema/delegations";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { liveStates } from "@/domain/participations/rules";
import { roomsIn } from "./queries";

type Event = { id: string; startsAt: Date; endsAt: Date; walkingMinutes: number };

/** What an event's agenda is checked against, for the workspace. */
export async function situationOf(actor: Actor, event: Event) {
  ensure(actor, "workspace.enter");
  return situationIn(db(), event);
}

/** What an event's agenda is checked against: its rooms, when people can, and who heads each delegation by now. */
export async function situationIn(query: Queryable, { id, startsAt, endsAt, walkingMinutes }: Event) {
  const rooms = await roomsIn(query, id);
  const times = await query
    .select({
      personId: availabilities.personId,
      from: availabilities.fromAt,
      until: availabilities.untilAt,
    })
    .from(availabilities)
    .where(eq(availabilities.eventId, id));
  const parties = await query
    .select({
      organisationId: delegations.organisationId,
      name: organisations.name,
      headId: participations.personId,
    })
    .from(delegations)
    .innerJoin(organisations, eq(organisations.id, delegations.organisationId))
    .leftJoin(
      participations,
      and(
        eq(participations.delegationId, delegations.id),
        eq(participations.class, "head"),
        inArray(participations.state, [...liveStates]),
        isNotNull(participations.personId),
      ),
    )
    .where(eq(delegations.eventId, id));
  return {
    from: startsAt,
    until: endsAt,
    walkingMinutes,
    rooms,
    availabilities: times,
    delegations: parties,
  };
}
