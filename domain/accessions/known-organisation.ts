import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Localized, OrganisationKind } from "@/db/enums";
import { accessions } from "@/db/schema/accessions";
import { organisationNames, organisations } from "@/db/schema/organisations";

type Named = { kind: OrganisationKind; name: Localized; country: string | null };

/**
 * The organisations of the register that an application may be about: a country by its code, anything else by one of
 * its names, also one it had before.
 */
export async function namesakes(query: Queryable, { kind, name, country }: Named) {
  const names = Object.values(name).map((one) => one.trim().toLowerCase());
  const spoken = (column: typeof organisations.name | typeof organisationNames.name) =>
    sql`exists (select 1 from jsonb_each_text(${column}) as spoken where ${inArray(sql`lower(spoken.value)`, names)})`;
  const formerly = query
    .select({ id: organisationNames.organisationId })
    .from(organisationNames)
    .where(spoken(organisationNames.name));
  const byName = or(spoken(organisations.name), inArray(organisations.id, formerly));
  const byCode =
    kind === "country" && country
      ? and(eq(organisations.kind, "country"), eq(organisations.country, country))
      : undefined;
  return query
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(or(byName, byCode))
    .orderBy(organisations.createdAt, organisations.id);
}

/** Whether an organisation has an application that awaits a decision. Ask behind the organisation's lock. */
export async function hasOpenApplication(query: Queryable, organisationId: string): Promise<boolean> {
  const [row] = await query
    .select({ id: accessions.id })
    .from(accessions)
    .where(
      and(
        eq(accessions.organisationId, organisationId),
        isNull(accessions.approvedAt),
        isNull(accessions.declinedAt),
        isNull(accessions.withdrawnAt),
      ),
    );
  return row !== undefined;
}
