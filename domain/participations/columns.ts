import { participations } from "@/db/schema/participations";
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
  tags: participations.tags,
  state: participations.state,
  stateAt: participations.stateAt,
  source: participations.source,
  arrival: participations.arrival,
  listingConsentedAt: participations.listingConsentedAt,
  createdAt: participations.createdAt,
  updatedAt: participations.updatedAt,
  revision: participations.revision,
};
