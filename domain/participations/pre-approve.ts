import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import type { StepInput } from "./input";
import { step } from "./step";

/**
 * The first of two pairs of eyes: checked, and put before whoever approves. Nobody is mailed and no seat is given.
 * After the UN's access authorisation, where two offices decide one after the other.
 */
export async function preApprove(actor: Actor, input: StepInput, at = now()) {
  return step(
    actor,
    input,
    { step: "pre_approve", action: "participation.pre-approve", to: "pre_approved" },
    at,
  );
}
