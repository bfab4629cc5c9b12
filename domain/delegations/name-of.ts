import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Localized } from "@/db/enums";
import { delegations } from "@/db/schema/delegations";
import { organisations } from "@/db/schema/organisations";

/** The name of the organisation a delegation is of. */
export async function nameOf(query: Queryable, delegationId: string): Promise<Localized> {
  const [row] = await query
    .select({ name: organisations.name })
    .from(delegations)
    .innerJoin(organisations, eq(organisations.id, delegations.organisationId))
    .where(eq(delegations.id, delegationId));
  return row?.name ?? {};
}
