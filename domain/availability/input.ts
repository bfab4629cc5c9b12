import { z } from "zod";
import { id, localDateTime } from "@/domain/input";

/** When a person can be given something to do at an event; local to the event's zone. */
export const availabilityInput = z
  .object({ eventId: id, personId: id, fromAt: localDateTime, untilAt: localDateTime })
  .refine(({ fromAt, untilAt }) => untilAt > fromAt, {
    path: ["untilAt"],
    error: "validation.endsBeforeStart",
  });
export type AvailabilityInput = z.output<typeof availabilityInput>;

export const removeAvailabilityInput = z.object({ id });
export type RemoveAvailabilityInput = z.output<typeof removeAvailabilityInput>;
