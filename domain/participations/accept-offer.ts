import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { StepInput } from "./input";
import { offerOf } from "./rules";
import { step } from "./step";

/**
 * Takes the seat that is kept: by the participant, or for them. Refuses `no_offer`, and `offer_expired` from the moment
 * the offer ends, also where nobody has passed the seat on yet.
 */
export async function acceptOffer(actor: Actor, input: StepInput, at = now()) {
  return step(
    actor,
    input,
    {
      step: "approve",
      action: "participation.answer-offer",
      to: "approved",
      news: "approved",
      async seat(_, event, row) {
        if (event.cancelledAt) throw new Refusal("event_cancelled");
        const offer = offerOf(row, at);
        if (offer !== "open") throw new Refusal(offer === "none" ? "no_offer" : "offer_expired");
        return { seatPool: row.seatPool };
      },
    },
    at,
  );
}
