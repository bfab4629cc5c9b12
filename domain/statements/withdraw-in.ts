import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { UnpublishReason } from "@/db/enums";
import { statementPublications, statements } from "@/db/schema/statements";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { ledToFrom } from "@/domain/publication/editions/rules";
import { isPublicAt } from "@/domain/publication/where";
import { notify } from "@/domain/webhooks/notify";
import { Refusal } from "@/lib/refusal";

type Withdrawal = {
  statementId: string;
  publicationId: string;
  kind: UnpublishReason;
  reason: string;
  leadsToId?: string | null;
};

/**
 * Takes one language's text back from the public, or lifts its embargo for good, as part of a transaction. Refuses
 * `not_found`, `withdrawn`, `leads_nowhere`, `leads_in_a_circle`.
 */
export async function withdrawIn(
  tx: Transaction,
  actor: Actor,
  { statementId: id, publicationId, kind, reason, leadsToId = null }: Withdrawal,
  at: Date,
) {
  const leads = kind === "merged" || kind === "error" ? leadsToId : null;
  const statement = await lockBoth(tx, id, leads);
  ensure(actor, "statement.withdraw");
  const [publication] = await tx
    .select()
    .from(statementPublications)
    .where(and(eq(statementPublications.id, publicationId), eq(statementPublications.statementId, id)));
  if (!publication) throw new Refusal("not_found");
  if (publication.withdrawnAt) throw new Refusal("withdrawn");
  if (leads) await ensureLeadsSomewhere(tx, id, leads, at);
  await tx
    .update(statementPublications)
    .set({
      withdrawnAt: at,
      withdrawnBy: actorId(actor),
      withdrawalKind: kind,
      withdrawalReason: reason,
      leadsToId: leads,
    })
    .where(eq(statementPublications.id, publicationId));
  await notify(tx, "statement.withdrawn", { subject: ["statement", id], key: publicationId }, at);
  await record(tx, actor, {
    action: "statement.withdraw",
    subject: ["statement", id],
    eventId: statement.eventId,
    at,
    reason,
    details: { language: publication.locale, kind },
  });
}

/** Locks the statement and the one it will lead to, always in the same order: two that lead to each other meet here. */
async function lockBoth(tx: Transaction, id: string, leadsToId: string | null) {
  const rows = await tx
    .select()
    .from(statements)
    .where(inArray(statements.id, [id, ...(leadsToId ? [leadsToId] : [])]))
    .orderBy(statements.id)
    .for("update");
  const statement = rows.find((row) => row.id === id);
  if (!statement) throw new Refusal("not_found");
  return statement;
}

async function ensureLeadsSomewhere(tx: Transaction, id: string, leadsToId: string, at: Date) {
  if (leadsToId === id) throw new Refusal("leads_in_a_circle");
  const rows = await tx
    .select()
    .from(statementPublications)
    .where(and(eq(statementPublications.statementId, leadsToId), isPublicAt(statementPublications, at)));
  if (rows.length === 0) throw new Refusal("leads_nowhere");
  const all = await tx
    .select({ from: statementPublications.statementId, to: statementPublications.leadsToId })
    .from(statementPublications);
  if (ledToFrom(all, leadsToId).has(id)) throw new Refusal("leads_in_a_circle");
}
