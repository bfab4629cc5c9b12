import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import type { WithdrawInput } from "./input";
import { withdrawIn } from "./withdraw-in";

/**
 * Takes one language's text back from the public, or lifts its embargo for good, with the reason: published in error (it
 * is gone, or leads elsewhere), too early (as if it never was), merged (it leads to another statement), withdrawn (it
 * stays readable with a notice). Refuses `withdrawn`, `leads_nowhere` where it would lead to what is not public, and
 * `leads_in_a_circle`.
 */
export async function withdraw(
  actor: Actor,
  { id, publicationId, reason, kind = "error", leadsToId = null }: WithdrawInput,
  at = now(),
) {
  return db().transaction(async (tx) => {
    ensure(actor, "statement.withdraw");
    await withdrawIn(tx, actor, { statementId: id, publicationId, kind, reason, leadsToId }, at);
    return { id: publicationId };
  });
}
