import { eq, type SQL, sql } from "drizzle-orm";
import { delegations } from "@/db/schema/delegations";
import type { Actor } from "@/domain/access/actor";

/** The delegations there are for somebody, as a condition: for a focal point their organisation's, and no other. */
export function seenBy(actor: Actor): SQL | undefined {
  if (actor.kind !== "user" || actor.role !== "focal_point") return undefined;
  return actor.organisationId ? eq(delegations.organisationId, actor.organisationId) : sql`false`;
}
