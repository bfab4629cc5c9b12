import { db } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { notify } from "@/domain/webhooks/notify";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { MembershipInput } from "./input";
import { ensureNoOverlap, lockOrganisation, membershipConstraints } from "./spells";

/**
 * Enters a spell: public at once where it is known already, else hidden until an announcement about it is public.
 * Refuses `membership_overlaps`.
 */
export async function create(actor: Actor, { known, ...spell }: MembershipInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      await lockOrganisation(tx, spell.organisationId);
      ensure(actor, "membership.create", { organisationId: spell.organisationId });
      await ensureNoOverlap(tx, spell.organisationId, spell);
      const [membership] = await tx
        .insert(memberships)
        .values({ ...spell, publicFrom: known ? at : null, createdAt: at })
        .returning({ id: memberships.id });
      if (!membership) throw new Refusal("not_found");
      const told = { subject: ["membership", membership.id], key: at.toISOString() } as const;
      if (known) await notify(tx, "membership.published", told, at);
      await record(tx, actor, {
        action: "membership.create",
        subject: ["membership", membership.id],
        at,
        details: { organisationId: spell.organisationId, joinedOn: spell.joinedOn, known },
      });
      return membership;
    });
  return refusing(membershipConstraints, write);
}
