import { z } from "zod";
import { locales } from "@/db/enums";
import { id, line, optionalId, optionalLocalizedLine, optionalLocalizedLines } from "@/domain/input";

/** A text that is used again: begun, or written anew on the version that was seen. */
export const boilerplateInput = z
  .object({
    /** Empty for a new one. */
    id: optionalId,
    /** The number of the version it was made on; 0 for a new one. */
    revision: z.coerce.number({ error: "validation.number" }).int().min(0).max(100_000),
    name: line(200),
    heading: optionalLocalizedLine(200),
    text: optionalLocalizedLines(4_000),
  })
  .superRefine(({ heading, text }, check) => {
    if (Object.keys(text).length === 0)
      check.addIssue({ code: "custom", path: ["text"], message: "validation.oneLanguage" });
    for (const locale of locales) {
      if (!heading[locale] || text[locale]) continue;
      check.addIssue({ code: "custom", path: ["text", locale], message: "validation.required" });
    }
  });
export type BoilerplateInput = z.output<typeof boilerplateInput>;

export const removeBoilerplateInput = z.object({ id });
export type RemoveBoilerplateInput = z.output<typeof removeBoilerplateInput>;
