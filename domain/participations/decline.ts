import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { StepInput } from "./input";
import { noSeat, step } from "./step";

/** Declines a participation with its reason; a seat that was held goes to whoever is next. Refuses `reason_missing`. */
export async function decline(actor: Actor, input: StepInput, at = now()) {
  if (input.reason === "") throw new Refusal("reason_missing");
  return step(
    actor,
    input,
    {
      step: "decline",
      action: "participation.decline",
      to: "declined",
      news: "declined",
      seat: noSeat,
    },
    at,
  );
}
