import { z } from "zod";
import { poolKinds, promotionPolicies, reviewableFields } from "@/db/enums";
import { id, optionalLocalDateTime, optionalNumber, revision, ticked } from "@/domain/input";

const choice = { error: "validation.choice" };
const seats = optionalNumber(0, 100_000);

const number = (min: number, max: number) =>
  z.coerce
    .number({ error: "validation.number" })
    .int({ error: "validation.number" })
    .min(min, { error: "validation.number" })
    .max(max, { error: "validation.number" });

/** Boxes of one name, as a form sends none, one or several. */
const reviewed = z
  .union([z.literal(""), z.enum(reviewableFields), z.array(z.enum(reviewableFields, choice))], choice)
  .nullish()
  .transform((value) => [...new Set(value ? [value].flat() : [])]);

/** How an event divides its seats, until when delegations are nominated, and who moves up. Times local to its zone. */
export const placesInput = z
  .object({
    id,
    revision,
    unlimited: ticked,
    /** Seats per pool; empty: the event has no such pool. */
    pools: z.object(
      Object.fromEntries(poolKinds.map((kind) => [kind, seats])) as Record<
        (typeof poolKinds)[number],
        typeof seats
      >,
    ),
    promotionPolicy: z.enum(promotionPolicies, choice),
    offerHours: optionalNumber(1, 720),
    nominationClosesAt: optionalLocalDateTime,
    nominationGraceMinutes: number(0, 20_160),
    reviewedFields: reviewed,
    needsKeptDays: number(0, 3_650),
  })
  .superRefine((places, check) => {
    if (places.unlimited || poolKinds.some((kind) => places.pools[kind] !== null)) return;
    check.addIssue({ code: "custom", path: ["pools", "open"], message: "validation.required" });
  });
export type PlacesInput = z.output<typeof placesInput>;
