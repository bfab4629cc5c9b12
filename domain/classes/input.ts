import { z } from "zod";
import { participationClasses } from "@/db/enums";
import { id, optionalLine, optionalNumber, revision, ticked } from "@/domain/input";
import { type ClassPreset, classPresets } from "./rules";

const choice = { error: "validation.choice" };

/** The classes of an event in the order of priority: whether it has each, the quota of a delegation, the zones. */
export const classesInput = z.object({
  id,
  revision,
  classes: z
    .array(
      z.object({
        class: z.enum(participationClasses, choice),
        has: ticked,
        position: z.coerce
          .number({ error: "validation.number" })
          .int({ error: "validation.number" })
          .min(1, { error: "validation.number" })
          .max(99, { error: "validation.number" }),
        quota: optionalNumber(0, 1_000),
        zones: optionalLine(100),
      }),
    )
    .max(participationClasses.length)
    .refine((rows) => new Set(rows.map((row) => row.class)).size === rows.length, {
      error: "validation.twice",
    })
    .refine((rows) => rows.some((row) => row.has), { error: "validation.chooseSome" }),
});
export type ClassesInput = z.output<typeof classesInput>;

/** Replacing an event's classes by a set. */
export const presetInput = z.object({
  id,
  revision,
  preset: z.enum(Object.keys(classPresets) as [ClassPreset, ...ClassPreset[]], choice),
});
export type PresetInput = z.output<typeof presetInput>;
