import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { statementParties } from "@/db/schema/negotiations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";

/** The organisation whose desk an actor sits at: what one reads of a negotiation there begins with it. */
export function deskOrganisation(actor: Actor): string {
  ensure(actor, "desk.enter");
  if (actor.kind !== "user" || !actor.organisationId) throw new Refusal("not_allowed");
  ensure(actor, "statement.negotiate", { organisationId: actor.organisationId });
  return actor.organisationId;
}

/** For whom an actor speaks: a focal point for their own organisation, the secretariat for the one it names. */
export function speaksFor(actor: Actor, asked: string | null): string {
  const own = actor.kind === "user" && actor.role === "focal_point" ? actor.organisationId : null;
  const organisationId = asked ?? own;
  if (!organisationId) throw new Refusal("organisation_missing");
  return organisationId;
}

/** An organisation's part in the negotiation of a statement. Refuses `not_a_party`. */
export async function partyOf(query: Queryable, statementId: string, organisationId: string) {
  const [party] = await query
    .select({ organisationId: statementParties.organisationId, drafting: statementParties.drafting })
    .from(statementParties)
    .where(
      and(eq(statementParties.statementId, statementId), eq(statementParties.organisationId, organisationId)),
    );
  if (!party) throw new Refusal("not_a_party");
  return party;
}
