import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { possible } from "@/domain/participations/rules";
import { tell } from "@/domain/participations/tell";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { SubmitInput } from "./input";
import { isBound, lockDelegation } from "./lock";
import { fillOfDelegation } from "./quotas";
import { obstaclesToSubmitting } from "./rules";

/**
 * Puts nominations of a delegation before the secretariat, one or all, together or not at all; whoever has an address is
 * told. Refuses `obstacles` with their list, `stale` where one was changed meanwhile, `not_from_this_state`, `not_found`
 * for somebody of another delegation. Answers how many.
 */
export async function submit(actor: Actor, { delegationId, chosen }: SubmitInput, at = now()) {
  return db().transaction(async (tx) => {
    const { event, delegation } = await lockDelegation(tx, actor, delegationId, at);
    ensure(actor, "participation.submit", { organisationId: delegation.organisationId });
    const people = await tx
      .select()
      .from(participations)
      .where(eq(participations.delegationId, delegationId))
      .orderBy(participations.arrival)
      .for("update");
    const wanted = chosen.map(({ id, revision }) => {
      const row = people.find((person) => person.id === id);
      if (!row) throw new Refusal("not_found");
      if (row.revision !== revision) throw new Refusal("stale");
      if (!possible("submit", row.state)) throw new Refusal("not_from_this_state");
      return row;
    });
    const fills = await fillOfDelegation(tx, event, delegationId);
    const obstacles = obstaclesToSubmitting({ event, delegation, fills, people, bound: isBound(actor) }, at);
    if (obstacles.length > 0) throw new Refusal("obstacles", {}, obstacles);
    for (const row of wanted) {
      const [after] = await tx
        .update(participations)
        .set({ state: "submitted", stateAt: at, updatedAt: at, stateReason: "", revision: row.revision + 1 })
        .where(eq(participations.id, row.id))
        .returning();
      if (!after) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "participation.submit",
        subject: ["participation", row.id],
        eventId: event.id,
        at,
        details: { from: row.state, to: after.state },
      });
      // Whoever submits somebody without an address knows it already.
      if (after.email !== null) await tell(tx, "nominated", after, event);
    }
    return { submitted: wanted.length };
  });
}
