import { z } from "zod";
import { errataKinds, locales } from "@/db/enums";
import { id, lines, optionalLines, revision } from "@/domain/input";

const choice = { error: "validation.choice" };

/** A mistake in an adopted text: what a paragraph says and what it should say; empty where the words should go. */
export const reportInput = z
  .object({
    statementId: id,
    locale: z.enum(locales, choice),
    paragraphId: id,
    kind: z.enum(errataKinds, choice),
    says: lines(2_000),
    shouldSay: optionalLines(2_000),
  })
  .refine(({ says, shouldSay }) => says !== shouldSay, { path: ["shouldSay"], error: "validation.invalid" });
export type ReportInput = z.output<typeof reportInput>;

/** What the secretariat finds of a reported mistake; only what is verified needs no reason. */
export const decideInput = z
  .object({
    id,
    revision,
    state: z.enum(["verified", "rejected", "held"], choice),
    reason: optionalLines(2_000),
  })
  .refine(({ state, reason }) => state === "verified" || reason !== "", {
    path: ["reason"],
    error: "validation.required",
  });
export type DecideInput = z.output<typeof decideInput>;
