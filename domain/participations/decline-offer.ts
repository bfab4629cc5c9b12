import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { StepInput } from "./input";
import { offerOf } from "./rules";
import { noSeat, step } from "./step";

/**
 * Gives back the seat that is kept, and leaves the line with it: the seat goes to whoever is next. Refuses `no_offer`;
 * an offer that has ended may still be declined, for that comes to the same.
 */
export async function declineOffer(actor: Actor, input: StepInput, at = now()) {
  return step(
    actor,
    input,
    {
      step: "withdraw",
      action: "participation.answer-offer",
      to: "withdrawn",
      news: "withdrawn",
      async seat(_, __, row) {
        if (offerOf(row, at) === "none") throw new Refusal("no_offer");
        return noSeat();
      },
    },
    at,
  );
}
