import { z } from "zod";
import { paragraphKinds } from "@/db/enums";
import { id, optionalLines, several, ticked } from "@/domain/input";
import { readInline } from "../inline/rules";

const choice = { error: "validation.choice" };

/** What is wrong with the signs in a text, as the forms say it. */
const problems = {
  unbalanced_bracket: "validation.unbalancedBracket",
  nested_bracket: "validation.nestedBracket",
  bad_link: "validation.link",
} as const;

/** The words of a paragraph, whose brackets and links must be whole. */
export const paragraphText = optionalLines(10_000).superRefine((text, context) => {
  for (const problem of readInline(text).problems)
    context.addIssue({ code: "custom", message: problems[problem] });
});

const emptyIsNone = (value: unknown) => (value === "" ? undefined : value);

/** A paragraph of a form: without an id it is new. What is optional is left out by whoever does not know of it. */
export const paragraphInput = z.object({
  id: z.union([z.literal(""), id]).default(""),
  kind: z.enum(paragraphKinds, choice),
  text: paragraphText,
  level: z
    .preprocess(
      emptyIsNone,
      z
        .enum(["1", "2"], choice)
        .or(z.literal([1, 2]))
        .optional(),
    )
    .transform((value): 1 | 2 | undefined => (value ? (Number(value) as 1 | 2) : undefined))
    .optional(),
  holders: z
    .array(
      z.object({
        bracket: z.string().max(10_000),
        option: z.coerce.number().int().min(0).max(100),
        by: several(id, 400),
      }),
    )
    .max(200)
    .optional(),
  cites: z
    .preprocess(
      // Two fields of a form; where nothing is cited they are empty.
      (sent) =>
        sent && typeof sent === "object" && Object.values(sent).some((one) => one !== "") ? sent : undefined,
      z.object({ statementId: id, paragraphId: id }).optional(),
    )
    .optional(),
  /** A new paragraph: it was a part of this one. */
  splitFrom: z.preprocess(emptyIsNone, id.optional()).optional(),
  /** The paragraphs that were merged into this one. */
  absorbed: several(id, 100).optional(),
  /** Its change needs no new translation. */
  noEffect: ticked.optional(),
  /** Of a translation: it still says what the authentic paragraph says. */
  stillRight: ticked.optional(),
});
export type ParagraphInput = z.output<typeof paragraphInput>;
