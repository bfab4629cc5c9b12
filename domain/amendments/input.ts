import { z } from "zod";
import { type AmendmentKind, amendmentKinds, paragraphKinds } from "@/db/enums";
import { id, lines, optionalId, optionalLine, optionalLines, revision, several } from "@/domain/input";
import { readInline } from "@/domain/statements/inline/rules";

const choice = { error: "validation.choice" };
const sound = (text: string) => readInline(text).problems.length === 0;

/** Words of a text, whose signs can be read. */
const passage = optionalLines(10_000).refine(sound, { error: "validation.passage" });

/** The parts of a paragraph that is split, with an empty line between them. */
const parts = optionalLines(10_000)
  .transform((text) => text.split(/\n\s*\n/).map((part) => part.trim()))
  .transform((all) => all.filter((part) => part !== ""))
  .refine((all) => all.every(sound), { error: "validation.passage" });

/** What an amendment would have; which fields are asked for follows from its kind. */
const proposed = {
  text: passage,
  paragraphKind: z.enum(paragraphKinds, choice).default("operative"),
  level: z
    .enum(["", "1", "2"], choice)
    .default("")
    .transform((level) => (level === "" ? undefined : (Number(level) as 1 | 2))),
  parts,
  /** `start` is the beginning of the text. */
  afterId: z.union([z.literal(["", "start"]), id]).default(""),
  title: optionalLine(300),
  reason: lines(2_000),
};

type Proposed = { kind: AmendmentKind; text: string; parts: string[]; afterId: string; title: string };

const asked = (one: Proposed): [field: string, given: boolean][] => [
  ["text", !["replace", "insert_after", "merge"].includes(one.kind) || one.text !== ""],
  ["parts", one.kind !== "split" || one.parts.length > 1],
  ["afterId", one.kind !== "move" || one.afterId !== ""],
  ["title", one.kind !== "retitle" || one.title !== ""],
];

function complete(one: Proposed, ctx: z.RefinementCtx) {
  for (const [field, given] of asked(one)) {
    const message = field === "parts" ? "validation.twoParts" : "validation.required";
    if (!given) ctx.addIssue({ code: "custom", path: [field], message });
  }
}

/** A new amendment to a revision that was sent round; the secretariat says for whom it writes it down. */
export const proposeInput = z
  .object({
    id,
    revisionId: id,
    kind: z.enum(amendmentKinds, choice),
    paragraphId: optionalId,
    organisationId: optionalId,
    ...proposed,
  })
  .superRefine(complete);
export type ProposeInput = z.output<typeof proposeInput>;

/** An amendment renewed on the text that was sent round last. */
export const rebaseInput = z
  .object({ id, revision, revisionId: id, kind: z.enum(amendmentKinds, choice), ...proposed })
  .superRefine(complete);
export type RebaseInput = z.output<typeof rebaseInput>;

export const sponsorInput = z.object({
  id,
  organisationId: optionalId,
  joins: z.enum(["yes", "no"], choice),
});
export type SponsorInput = z.output<typeof sponsorInput>;

export const withdrawAmendmentInput = z.object({ id, revision, reason: optionalLines(2_000) });
export type WithdrawAmendmentInput = z.output<typeof withdrawAmendmentInput>;

/** Taking an amendment up, as it is or in brackets, into the text that was seen. */
export const takeUpInput = z.object({ id, revision, textId: id, reason: optionalLines(2_000) });
export type TakeUpInput = z.output<typeof takeUpInput>;

export const rejectInput = z.object({ id, revision, reason: lines(2_000) });
export type RejectInput = z.output<typeof rejectInput>;

/** One text that settles several amendments of one group. Empty words of a paragraph delete it. */
export const consolidateInput = z.object({
  id,
  textId: id,
  amendmentIds: several(id, 200).refine((all) => all.length > 1, { error: "validation.chooseSome" }),
  title: optionalLine(300),
  paragraphs: z
    .array(z.object({ id, text: passage }))
    .max(400)
    .default([]),
  inserts: z
    .array(z.object({ of: id, text: passage }))
    .max(400)
    .default([]),
  moves: z
    .array(z.object({ id, to: z.union([z.literal(["stay", "start"]), id]) }))
    .max(400)
    .default([]),
  reason: optionalLines(2_000),
});
export type ConsolidateInput = z.output<typeof consolidateInput>;
