import { z } from "zod";
import { type PositionKind, positionKinds } from "@/db/enums";
import { day, id, optionalId, optionalLine, optionalLines, several } from "@/domain/input";
import { partsOf } from "./rules";

const fields = {
  id,
  kind: z.enum(positionKinds, { error: "validation.choice" }),
  givenOn: day,
  authority: optionalLine(300),
  text: optionalLines(5_000),
  paragraphIds: several(id, 400),
  /** The position of the organisation that was in front of whoever gives this one, which ends with it. */
  replaces: optionalId,
};

type Said = { kind: PositionKind; text: string; paragraphIds: string[] };

/** Says what a kind cannot do without. */
function complete({ kind, text, paragraphIds }: Said, context: z.RefinementCtx) {
  if (partsOf[kind].text === "required" && text === "")
    context.addIssue({ code: "custom", path: ["text"], message: "validation.required" });
  if (kind === "disassociates" && paragraphIds.length === 0)
    context.addIssue({ code: "custom", path: ["paragraphIds"], message: "validation.required" });
}

/** A position as the secretariat records it, from a letter or the floor. */
export const recordPositionInput = z.object({ ...fields, organisationId: id }).superRefine(complete);
export type RecordPositionInput = z.output<typeof recordPositionInput>;

/** A position as a focal point gives it, for the own organisation. */
export const givePositionInput = z.object(fields).superRefine(complete);
export type GivePositionInput = z.output<typeof givePositionInput>;

/** Verifying one, and the live one that ends with it, as they were seen. */
export const verifyPositionInput = z.object({ id, positionId: id, replaces: optionalId });
export type VerifyPositionInput = z.output<typeof verifyPositionInput>;

export const withdrawPositionInput = z.object({ id, positionId: id, withdrawnOn: day });
export type WithdrawPositionInput = z.output<typeof withdrawPositionInput>;

/** Whom to ask: the organisations that are ticked, or all members where none is. */
export const askEndorsementInput = z.object({ id, organisationIds: several(id, 1_000) });
export type AskEndorsementInput = z.output<typeof askEndorsementInput>;

export const remindEndorsementInput = z.object({ id });
export type RemindEndorsementInput = z.output<typeof remindEndorsementInput>;
