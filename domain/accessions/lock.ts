import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { accessions } from "@/db/schema/accessions";
import type { Actor } from "@/domain/access/actor";
import type { Action } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { Refusal } from "@/lib/refusal";

export type AccessionRow = typeof accessions.$inferSelect;

/** Locks an application: it is the queue of everything that is done to it. */
export async function lockAccession(tx: Transaction, id: string): Promise<AccessionRow> {
  const [row] = await tx.select().from(accessions).where(eq(accessions.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}

/** Refuses `accession_ended` for an application that has been decided on or withdrawn. */
export function ensureOpen(row: Pick<AccessionRow, "approvedAt" | "declinedAt" | "withdrawnAt">) {
  if (row.approvedAt || row.declinedAt || row.withdrawnAt) throw new Refusal("accession_ended");
}

/** What a form shows of an application that somebody changed meanwhile: everything but what opens it. */
function asTheirs({ tokenHash: _, ...row }: AccessionRow) {
  return row;
}

/** What a step writes, and what history is told of it: never a name. */
type Step = {
  columns?: Partial<typeof accessions.$inferInsert>;
  reason?: string;
  details?: Record<string, unknown>;
};

/**
 * Does one step to an application, behind its lock and on the revision it was seen at. Refuses `stale` with theirs, and
 * what the step refuses.
 */
export async function step(
  actor: Actor,
  action: Action,
  { id, revision }: { id: string; revision: number },
  at: Date,
  work: (tx: Transaction, row: AccessionRow) => Promise<Step>,
) {
  return db().transaction(async (tx) => {
    const row = await lockAccession(tx, id);
    ensure(actor, action, { accessionId: id });
    // Of what the secretariat wrote meanwhile, who holds the link of an application reads nothing.
    const theirs = actor.kind === "applicant" ? undefined : { theirs: asTheirs(row) };
    if (row.revision !== revision) throw new Refusal("stale", {}, theirs);
    const { columns, ...told } = await work(tx, row);
    await tx
      .update(accessions)
      .set({ ...columns, revision: revision + 1 })
      .where(eq(accessions.id, id));
    await record(tx, actor, { action, subject: ["accession", id], at, ...told });
    return { revision: revision + 1 };
  });
}
