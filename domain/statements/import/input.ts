import { z } from "zod";
import { paragraphKinds } from "@/db/enums";
import { id, line, optionalId, optionalLine, optionalLines, ticked } from "@/domain/input";
import { paragraphText } from "../text/input";
import { most } from "./rules";

/** A text to be read: pasted, or a file beside it. Nothing is saved by reading it. */
export const readTextInput = z.object({ id, pasted: optionalLines(1_000_000) });
export type ReadTextInput = z.output<typeof readTextInput>;

/** What was read, looked through: every kind can be another, and what is not kept falls away. */
export const takeTextInput = z.object({
  id,
  /** The revision it is laid on. */
  basedOn: optionalId,
  title: line(300),
  note: optionalLine(300),
  paragraphs: z
    .array(
      z.object({
        id: z.union([z.literal(""), id]).default(""),
        kind: z.enum(paragraphKinds, { error: "validation.choice" }),
        level: z.coerce
          .number()
          .pipe(z.literal([0, 1, 2]))
          .default(0),
        text: paragraphText,
        keep: ticked,
      }),
    )
    .max(most.paragraphs)
    .transform((all) => all.filter(({ keep, text }) => keep && text !== ""))
    .refine((all) => all.length > 0, { error: "validation.required" }),
});
export type TakeTextInput = z.output<typeof takeTextInput>;
