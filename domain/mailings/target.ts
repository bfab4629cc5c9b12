import type { Queryable } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { chosenBy, type ParticipationFilter } from "@/domain/participations/queries";
import { focalPoints, notSubmitted, participants, type Recipient } from "./recipients";
import type { MailingTarget } from "./rules";

/** Everybody a bulk mail's target and filter name at this moment, with and without an address. */
export async function candidatesOf(
  query: Queryable,
  actor: Actor,
  eventId: string,
  target: MailingTarget,
  filter: ParticipationFilter,
): Promise<Recipient[]> {
  if (target === "participants") return participants(query, chosenBy(actor, eventId, filter));
  return focalPoints(query, eventId, target === "focal_points" ? undefined : notSubmitted());
}
