import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { record } from "@/domain/history/record";
import { lockSpell } from "@/domain/members/spells";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EndInput } from "./input";
import { type AccessionRow, ensureOpen, step } from "./lock";
import { tellContact } from "./tell";

/** Declines an application with a reason that the contact is told. Refuses `stale`, `accession_ended`. */
export async function decline(actor: Actor, { reason, ...input }: EndInput, at = now()) {
  return step(actor, "accession.decline", input, at, async (tx, row) => {
    ensureOpen(row);
    await tellContact(tx, "declined", row, { reason });
    return { columns: { declinedAt: at, endReason: reason }, reason };
  });
}

/**
 * Withdraws an application with a reason: by whoever holds its link before it is decided on, by the secretariat also
 * after approval while nothing of the membership is public or about to be; its spell is then taken back with it. Refuses
 * `stale`, `accession_ended`, `membership_announced`.
 */
export async function withdraw(actor: Actor, { reason, ...input }: EndInput, at = now()) {
  return step(actor, "accession.withdraw", input, at, async (tx, row) => {
    if (actor.kind === "applicant" || !row.approvedAt) ensureOpen(row);
    if (row.withdrawnAt) throw new Refusal("accession_ended");
    await takeBackSpell(tx, actor, row, reason, at);
    await tellContact(tx, "withdrawn", row, { reason });
    return { columns: { withdrawnAt: at, endReason: reason }, reason };
  });
}

async function takeBackSpell(tx: Transaction, actor: Actor, row: AccessionRow, reason: string, at: Date) {
  if (!row.membershipId) return;
  const spell = await lockSpell(tx, row.membershipId);
  if (spell.withdrawnAt) return;
  // One that has its moment is announced, or will be: that is taken back first, or the organisation leaves.
  if (spell.publicFrom) throw new Refusal("membership_announced");
  await tx
    .update(memberships)
    .set({ withdrawnAt: at, revision: sql`${memberships.revision} + 1` })
    .where(eq(memberships.id, spell.id));
  await record(tx, actor, {
    action: "membership.withdraw",
    subject: ["membership", spell.id],
    at,
    reason,
    details: { organisationId: spell.organisationId },
  });
}
