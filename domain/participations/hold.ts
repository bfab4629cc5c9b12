import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { StepInput } from "./input";
import { step } from "./step";

/**
 * Sets a participation aside until a question about it is answered; a seat it holds stays held. Nobody is mailed: it is
 * the secretariat's own note. Refuses `reason_missing`.
 */
export async function hold(actor: Actor, input: StepInput, at = now()) {
  if (input.reason === "") throw new Refusal("reason_missing");
  return step(actor, input, { step: "hold", action: "participation.hold", to: "on_hold" }, at);
}
