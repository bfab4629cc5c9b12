import { eq, type SQL, sql } from "drizzle-orm";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { organisationName } from "./organisation-name";

/** What a list and a page of a participation show; needs the join with organisations. */
export const listed = {
  id: participations.id,
  name: participations.name,
  email: participations.email,
  functionalTitle: participations.functionalTitle,
  organisation: organisationName,
  courtesyTitle: participations.courtesyTitle,
  class: participations.class,
  level: participations.level,
  pool: participations.pool,
  seatPool: participations.seatPool,
  offerExpiresAt: participations.offerExpiresAt,
  overrideReason: participations.overrideReason,
  delegationId: participations.delegationId,
  state: participations.state,
  stateAt: participations.stateAt,
  source: participations.source,
  arrival: participations.arrival,
  listingConsentedAt: participations.listingConsentedAt,
  createdAt: participations.createdAt,
  updatedAt: participations.updatedAt,
  revision: participations.revision,
};

/** The tags of a participation, which are the secretariat's own; none for others. */
export function tagsFor(actor: Actor) {
  return can(actor, "participation.tag") ? participations.tags : sql<string[]>`'{}'::text[]`;
}

/** Whoever works at the door sees those who are let in, and no one else. */
export function visibleTo(actor: Actor): SQL | undefined {
  return can(actor, "participation.approve") ? undefined : eq(participations.state, "approved");
}
