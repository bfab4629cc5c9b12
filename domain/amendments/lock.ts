import { and, desc, eq } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import { amendments, statementCirculations } from "@/db/schema/negotiations";
import { statementRevisions } from "@/db/schema/statements";
import { isOneOpen } from "@/domain/procedures/is-one-open";
import { adoptionOf, lockStatement } from "@/domain/statements/lock";
import { Refusal } from "@/lib/refusal";

/**
 * Locks the statement an amendment is to, behind which all its amendments are decided, and reads the amendment. Refuses
 * `not_found`, and `stale` where it is not as it was seen.
 */
export async function lockAmendment(tx: Transaction, id: string, revision?: number) {
  const [found] = await tx
    .select({ statementId: amendments.statementId })
    .from(amendments)
    .where(eq(amendments.id, id));
  if (!found) throw new Refusal("not_found");
  const statement = await lockStatement(tx, found.statementId);
  const [amendment] = await tx.select().from(amendments).where(eq(amendments.id, id));
  if (!amendment) throw new Refusal("not_found");
  if (revision !== undefined && amendment.revision !== revision) {
    const { proposal, reason, state } = amendment;
    throw new Refusal("stale", {}, { theirs: { revision: amendment.revision, ...proposal, reason, state } });
  }
  return { statement, amendment };
}

/** Refuses what would change a text that is adopted (`statement_adopted`) or being decided (`text_locked`). */
export async function ensureNegotiable(query: Queryable, statementId: string) {
  if (await adoptionOf(query, statementId)) throw new Refusal("statement_adopted");
  if (await isOneOpen(query, statementId)) throw new Refusal("text_locked");
}

/** A revision that was sent round of a statement; without its id the last one. Refuses `not_circulated`. */
export async function circulated(query: Queryable, statementId: string, revisionId?: string) {
  const [row] = await query
    .select({ revision: statementRevisions, number: statementCirculations.number })
    .from(statementCirculations)
    .innerJoin(statementRevisions, eq(statementRevisions.id, statementCirculations.revisionId))
    .where(
      and(
        eq(statementCirculations.statementId, statementId),
        revisionId ? eq(statementCirculations.revisionId, revisionId) : undefined,
      ),
    )
    .orderBy(desc(statementCirculations.number))
    .limit(1);
  if (!row) throw new Refusal("not_circulated");
  return row;
}
