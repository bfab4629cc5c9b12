import { and, eq, notInArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commitmentOwners } from "@/db/schema/commitments";
import { statementPublications } from "@/db/schema/statements";
import { isPublicAt } from "@/domain/publication/where";
import { Refusal } from "@/lib/refusal";

/** What the database may say no to when a commitment is written. */
export const commitmentConstraints = {
  commitments_statement_id_statements_id_fk: "no_such_statement",
  commitment_owners_organisation_id_organisations_id_fk: "no_such_organisation",
  commitments_order: "ends_before_start",
};

/** Makes some organisations the owners, and no other. */
export async function writeOwners(tx: Transaction, commitmentId: string, owners: readonly string[]) {
  await tx
    .delete(commitmentOwners)
    .where(
      and(
        eq(commitmentOwners.commitmentId, commitmentId),
        notInArray(commitmentOwners.organisationId, [...owners]),
      ),
    );
  await tx
    .insert(commitmentOwners)
    .values(owners.map((organisationId) => ({ commitmentId, organisationId })))
    .onConflictDoNothing();
}

/** Refuses `statement_not_public` where the text a commitment was made in is not public in any language. */
export async function ensureTextPublic(tx: Transaction, statementId: string | null, at: Date) {
  if (statementId === null) return;
  const [text] = await tx
    .select({ id: statementPublications.id })
    .from(statementPublications)
    .where(and(eq(statementPublications.statementId, statementId), isPublicAt(statementPublications, at)))
    .limit(1);
  if (!text) throw new Refusal("statement_not_public");
}
