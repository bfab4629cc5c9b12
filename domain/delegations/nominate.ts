import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { participationConstraints } from "@/domain/participations/register";
import { poolOf } from "@/domain/pools/pool-of";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { NominateInput } from "./input";
import { ensureBeforeDeadline, ensureToCome, lockDelegation } from "./lock";
import { ensureRoom } from "./quotas";

/**
 * Nominates somebody for a delegation, by its focal points or for them. Nobody is told and no seat is taken: that comes
 * with submitting and approving. Refuses `quota_full`, `nomination_over`, `head_taken`, `alternate_taken`,
 * `already_registered`, `event_cancelled`, `event_over`.
 */
export async function nominate(actor: Actor, { delegationId, ...person }: NominateInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const { event, delegation } = await lockDelegation(tx, actor, delegationId, at);
      const { organisationId } = delegation;
      ensure(actor, "delegation.nominate", { organisationId });
      ensureToCome(event, at);
      await ensureBeforeDeadline(tx, actor, event, delegationId, at);
      await ensureRoom(tx, event, delegationId, person.class);
      const [row] = await tx
        .insert(participations)
        .values({
          ...person,
          eventId: event.id,
          delegationId,
          organisationId,
          pool: await poolOf(tx, event, { class: person.class, organisationId }, at),
          state: "nominated",
          source: "nomination",
          stateAt: at,
          createdAt: at,
          updatedAt: at,
        })
        .returning({ id: participations.id });
      if (!row) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "delegation.nominate",
        subject: ["participation", row.id],
        eventId: event.id,
        at,
        details: { to: "nominated" },
      });
      return { id: row.id, eventId: event.id };
    });
  return refusing(participationConstraints, write);
}
