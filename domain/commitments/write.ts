import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commitmentOwners } from "@/db/schema/commitments";
import { statementPublications, statements } from "@/db/schema/statements";
import { isPublicAt } from "@/domain/publication/where";
import { latestRevision } from "@/domain/statements/lock";
import { numbered } from "@/domain/statements/rules";
import { Refusal } from "@/lib/refusal";
import type { CommitmentInput } from "./input";

/** What the database may say no to when a commitment is written. */
export const commitmentConstraints = {
  commitments_statement_id_statements_id_fk: "no_such_statement",
  commitment_owners_organisation_id_organisations_id_fk: "no_such_organisation",
  commitments_order: "ends_before_start",
};

/**
 * The row of a commitment: its paragraph by its permanent id, found by its number in the latest authentic text. Refuses
 * `no_such_paragraph`, `no_such_statement`.
 */
export async function rowOf(tx: Transaction, { owners: _, paragraph, ...facts }: CommitmentInput) {
  return { ...facts, paragraphId: await paragraphOf(tx, facts.statementId, paragraph) };
}

async function paragraphOf(tx: Transaction, statementId: string | null, reference: string) {
  if (statementId === null || reference === "") return null;
  const [statement] = await tx
    .select({ authenticLocale: statements.authenticLocale })
    .from(statements)
    .where(eq(statements.id, statementId));
  if (!statement) throw new Refusal("no_such_statement");
  const text = await latestRevision(tx, statementId, statement.authenticLocale);
  const wanted = asWritten(reference);
  const found = numbered(text?.paragraphs ?? []).find(
    (one) => one.reference && asWritten(one.reference) === wanted,
  );
  if (!found) throw new Refusal("no_such_paragraph", { paragraph: reference });
  return found.id;
}

/** "1(a)", "1 (A)" and "1 (a)." are one paragraph. */
const asWritten = (reference: string) => reference.replace(/[\s.]/g, "").toLowerCase();

/** Makes some organisations the owners, and no other. */
export async function writeOwners(tx: Transaction, commitmentId: string, owners: readonly string[]) {
  await tx.delete(commitmentOwners).where(eq(commitmentOwners.commitmentId, commitmentId));
  await tx
    .insert(commitmentOwners)
    .values(owners.map((organisationId) => ({ commitmentId, organisationId })));
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
