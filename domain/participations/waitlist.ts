import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import type { StepInput } from "./input";
import { noSeat, step } from "./step";

/** Puts a reviewed registration in line, by the order of its arrival; where a seat is free it moves up at once. */
export async function waitlist(actor: Actor, input: StepInput, at = now()) {
  return step(
    actor,
    input,
    {
      step: "waitlist",
      action: "participation.waitlist",
      to: "waitlisted",
      news: "waitlisted",
      seat: noSeat,
    },
    at,
  );
}
