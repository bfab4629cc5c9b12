import { z } from "zod";
import { id, revision, ticked } from "@/domain/input";
import { importFields } from "./rules";

/** A file to be imported; the file itself goes beside the form's fields. */
export const uploadInput = z.object({ eventId: id });

/** What each column means. Somebody must be found again: by a key or an address. */
export const mappingInput = z.object({
  id,
  revision,
  mapping: z
    .array(z.union([z.literal(""), z.enum(importFields)], { error: "validation.choice" }), {
      error: "validation.choice",
    })
    .min(1)
    .max(100)
    .superRefine((mapping, context) => {
      for (const [column, field] of mapping.entries()) {
        if (field && mapping.indexOf(field) < column)
          context.addIssue({ code: "custom", path: [column], message: "validation.twice" });
      }
      if (!mapping.includes("email") && !mapping.includes("externalKey"))
        context.addIssue({ code: "custom", path: [0], message: "validation.importKey" });
    }),
});
export type MappingInput = z.output<typeof mappingInput>;

/** Doing it: on the check that was seen, with mails to those who are new or without. */
export const runInput = z.object({ id, revision, mails: ticked });
export type RunInput = z.output<typeof runInput>;

/** Throwing it away. */
export const discardInput = z.object({ id, revision });
export type DiscardInput = z.output<typeof discardInput>;
