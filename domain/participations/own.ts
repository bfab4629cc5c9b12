import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { participationLinks, participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { hashOf } from "@/lib/tokens";
import { placeInLine } from "./seats";

/** Who holds a personal link, as an actor; nothing where the link is not one of ours. */
export async function actorByLink(
  token: string,
): Promise<Extract<Actor, { kind: "participant" }> | undefined> {
  const [row] = await db()
    .select({ participationId: participations.id, eventId: participations.eventId })
    .from(participationLinks)
    .innerJoin(participations, eq(participations.id, participationLinks.participationId))
    .where(and(eq(participationLinks.hash, hashOf(token)), isNull(participations.erasedAt)));
  return row && { kind: "participant", ...row };
}

/** A participant's own registration with its event, and the place where they are in line. Refuses `not_found`. */
export async function ownParticipation(actor: Actor) {
  if (actor.kind !== "participant") throw new Refusal("not_found");
  ensure(actor, "participation.read-needs", { participationId: actor.participationId });
  const [row] = await db()
    .select({ participation: participations, event: events })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(eq(participations.id, actor.participationId));
  if (!row) throw new Refusal("not_found");
  const { participation, event } = row;
  const waits = participation.state === "waitlisted";
  return {
    participation,
    event,
    place: waits ? await placeInLine(db(), event.id, participation.arrival) : 0,
  };
}
