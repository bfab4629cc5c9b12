import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { ensureNotInRelease } from "@/domain/releases/held";
import { notify } from "@/domain/webhooks/notify";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { EditMembershipInput } from "./input";
import { ensureNoOverlap, lockSpell, membershipConstraints } from "./spells";

/**
 * Changes a spell: its dates, its end, its note; `known` makes public at once a spell that waits for no announcement's
 * moment. A moment already set stays as it is. Refuses `stale` with theirs, `membership_overlaps`,
 * `membership_withdrawn`, `in_release` where a release is scheduled to make it public.
 */
export async function edit(actor: Actor, { id, revision, known, ...spell }: EditMembershipInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const row = await lockSpell(tx, id);
      ensure(actor, "membership.edit", { organisationId: row.organisationId });
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
      if (row.withdrawnAt) throw new Refusal("membership_withdrawn");
      await ensureNoOverlap(tx, row.organisationId, spell, id);
      if (known && !row.publicFrom) await ensureNotInRelease(tx, { membershipId: id });
      const columns = { ...spell, publicFrom: row.publicFrom ?? (known ? at : null) };
      const changed = changedFields(row, columns);
      if (changed.length === 0) return { revision };
      await tx
        .update(memberships)
        .set({ ...columns, revision: revision + 1 })
        .where(eq(memberships.id, id));
      const told = { subject: ["membership", id], key: at.toISOString() } as const;
      if (known && !row.publicFrom) await notify(tx, "membership.published", told, at);
      await record(tx, actor, {
        action: "membership.edit",
        subject: ["membership", id],
        at,
        details: { organisationId: row.organisationId, changed },
      });
      return { revision: revision + 1 };
    });
  return refusing(membershipConstraints, write);
}
