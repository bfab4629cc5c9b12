import { asc, eq, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import { organisationNames, organisations } from "@/db/schema/organisations";
import { Refusal } from "@/lib/refusal";
import type { FormerName } from "./rules";

/** What the database may say no to when a former name is written. */
export const nameConstraints = { organisation_names_until: "name_day_taken" };

/** The former names of an organisation as a column: as JSON, the first one first. */
export const formerNames = sql<FormerName[]>`coalesce((
  select jsonb_agg(jsonb_build_object('name', former.name, 'formalName', former.formal_name, 'untilOn', former.until_on)
    order by former.until_on)
  from organisation_names former where former.organisation_id = organisations.id), '[]')`;

/** The former names of an organisation, the first one first. */
export async function formerNamesOf(query: Queryable, organisationId: string) {
  return query
    .select({
      id: organisationNames.id,
      name: organisationNames.name,
      formalName: organisationNames.formalName,
      untilOn: organisationNames.untilOn,
      recordedAt: organisationNames.recordedAt,
      recordedBy: organisationNames.recordedBy,
    })
    .from(organisationNames)
    .where(eq(organisationNames.organisationId, organisationId))
    .orderBy(asc(organisationNames.untilOn));
}

/** Locks an organisation whose names are about to change. Refuses `not_found`. */
export async function lockNamed(tx: Transaction, id: string) {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return { ...row, formerNames: await formerNamesOf(tx, id) };
}
