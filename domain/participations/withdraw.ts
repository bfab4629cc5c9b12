import type { Actor } from "@/domain/access/actor";
import { ensureBeforeDeadline } from "@/domain/delegations/lock";
import { now } from "@/lib/clock";
import type { StepInput } from "./input";
import { noSeat, step } from "./step";

/**
 * Takes a participation back, by the participant or for them; a seat that was held goes to whoever is next. A delegation
 * withdraws its people until its deadline, a participant themselves at any time. Refuses `nomination_over`.
 */
export async function withdraw(actor: Actor, input: StepInput, at = now()) {
  return step(
    actor,
    input,
    {
      step: "withdraw",
      action: "participation.withdraw",
      to: "withdrawn",
      news: "withdrawn",
      async seat(tx, event, row) {
        await ensureBeforeDeadline(tx, actor, event, row.delegationId, at);
        return noSeat();
      },
    },
    at,
  );
}
