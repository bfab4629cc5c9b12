import { z } from "zod";
import { cueAnchors } from "@/db/enums";
import {
  id,
  line,
  optionalDay,
  optionalId,
  optionalLine,
  optionalLines,
  optionalNumber,
  revision,
} from "@/domain/input";

const facts = z.object({
  eventId: id,
  anchor: z.enum(cueAnchors, { error: "validation.choice" }),
  /** Hung on an item: which, and how many minutes from its start or end. */
  itemId: optionalId,
  offsetMinutes: optionalNumber(-1_440, 1_440).transform((value) => value ?? 0),
  /** Hung on a day of the event: which, and at what time by the clock there. */
  day: optionalDay,
  clock: z
    .union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "validation.clock" })])
    .nullish()
    .transform((value) => value || null),
  cue: line(200),
  owner: optionalLine(100),
  place: optionalLine(100),
  note: optionalLines(1_000),
  plannedMinutes: optionalNumber(1, 1_440),
});

type Facts = Pick<z.output<typeof facts>, "anchor" | "itemId" | "day" | "clock">;
const hasItem = ({ anchor, itemId }: Facts) => anchor === "day" || itemId !== null;
const hasDay = ({ anchor, day }: Facts) => anchor !== "day" || day !== null;
const hasClock = ({ anchor, clock }: Facts) => anchor !== "day" || clock !== null;
const missing = (field: string) => ({ path: [field], error: "validation.required" });

/** A new row of the run of show. */
export const cueInput = facts
  .refine(hasItem, missing("itemId"))
  .refine(hasDay, missing("day"))
  .refine(hasClock, missing("clock"));
export type CueInput = z.output<typeof cueInput>;

/** A change of a row, made on a revision. */
export const editCueInput = facts
  .extend({ id, revision })
  .refine(hasItem, missing("itemId"))
  .refine(hasDay, missing("day"))
  .refine(hasClock, missing("clock"));
export type EditCueInput = z.output<typeof editCueInput>;

/** Ticking a row, taking the tick back, removing the row: on the revision that was read. */
export const cueStepInput = z.object({ id, revision });
export type CueStepInput = z.output<typeof cueStepInput>;

/** Copying the rows of one item to another. */
export const copyCuesInput = z.object({ fromItemId: id, toItemId: id });
export type CopyCuesInput = z.output<typeof copyCuesInput>;
