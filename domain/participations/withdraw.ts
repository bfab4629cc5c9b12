import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import type { StepInput } from "./input";
import { noSeat, step } from "./step";

/** Takes a participation back, by the participant or for them; a seat that was held goes to whoever is next. */
export async function withdraw(actor: Actor, input: StepInput, at = now()) {
  return step(
    actor,
    input,
    {
      step: "withdraw",
      action: "participation.withdraw",
      to: "withdrawn",
      news: "withdrawn",
      seat: noSeat,
    },
    at,
  );
}
