import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { StepInput } from "./input";
import { freeSeats } from "./rules";
import { seatsTaken } from "./seats";
import { step } from "./step";

/** Gives a seat to someone who asked for one or waits. Refuses `event_full` where all are held, `event_cancelled`. */
export async function approve(actor: Actor, input: StepInput, at = now()) {
  return step(
    actor,
    input,
    {
      step: "approve",
      action: "participation.approve",
      to: "approved",
      async check(tx, event) {
        if (event.cancelledAt) throw new Refusal("event_cancelled");
        const free = freeSeats(event.capacity, await seatsTaken(tx, event.id));
        if (free === 0) throw new Refusal("event_full", { capacity: event.capacity ?? 0 });
      },
    },
    at,
  );
}
