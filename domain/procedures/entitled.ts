import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { statementParties } from "@/db/schema/negotiations";
import { memberships, organisations } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";
import { dayIn } from "@/lib/time";
import type { OpenInput } from "./input";

/**
 * The organisations a procedure would be opened among: the parties of the negotiation, or whoever is a member on the
 * day. A membership under embargo does not count: every entitled organisation reads who the others are.
 */
export async function entitledAmong(
  query: Queryable,
  { among, statementId, zone }: Pick<OpenInput, "among" | "statementId" | "zone">,
  at: Date,
) {
  const columns = { id: organisations.id, name: organisations.name };
  if (among === "parties")
    return query
      .select(columns)
      .from(statementParties)
      .innerJoin(organisations, eq(organisations.id, statementParties.organisationId))
      .where(eq(statementParties.statementId, statementId));
  const day = sql`${dayIn(at, zone)}::date`;
  return query
    .selectDistinctOn([organisations.id], columns)
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        isPublicAt(memberships, at),
        lte(memberships.joinedOn, day),
        or(isNull(memberships.leftOn), gt(memberships.leftOn, day)),
      ),
    );
}
