import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { WithdrawMembershipInput } from "./input";
import { lockSpell } from "./spells";

/**
 * Takes back a spell that was entered wrongly: it counts on no day any more and leaves every public surface at once.
 * An organisation that leaves is edited instead. Refuses `stale`, `membership_withdrawn`.
 */
export async function withdraw(actor: Actor, { id, revision, reason }: WithdrawMembershipInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockSpell(tx, id);
    ensure(actor, "membership.withdraw", { organisationId: row.organisationId });
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
    if (row.withdrawnAt) throw new Refusal("membership_withdrawn");
    await tx
      .update(memberships)
      .set({ withdrawnAt: at, revision: revision + 1 })
      .where(eq(memberships.id, id));
    await record(tx, actor, {
      action: "membership.withdraw",
      subject: ["membership", id],
      at,
      reason,
      details: { organisationId: row.organisationId },
    });
    return { revision: revision + 1 };
  });
}
