import { z } from "zod";
import { boardAnswers } from "@/db/enums";
import { day, id, optionalDay, optionalId, revision } from "@/domain/input";

const seat = z.object({ personId: id, organisationId: optionalId, fromOn: day, toOn: optionalDay });

function checkOrder({ fromOn, toOn }: { fromOn: string; toOn: string | null }, check: z.RefinementCtx) {
  if (toOn !== null && toOn <= fromOn)
    check.addIssue({ code: "custom", path: ["toOn"], message: "validation.endsBeforeStart", input: toOn });
}

/** Somebody takes a seat on the board. */
export const addSeatInput = seat.superRefine(checkOrder);
export type AddSeatInput = z.output<typeof addSeatInput>;

/** A change of a seat: mostly the day it ends. */
export const editSeatInput = seat.extend({ id, revision }).superRefine(checkOrder);
export type EditSeatInput = z.output<typeof editSeatInput>;

/** How many must have answered before the board has decided. */
export const quorumInput = z.object({
  revision,
  boardQuorum: z.coerce
    .number({ error: "validation.number" })
    .int({ error: "validation.number" })
    .min(1, { error: "validation.number" })
    .max(99, { error: "validation.number" }),
});
export type QuorumInput = z.output<typeof quorumInput>;

/** What one of the board said of an application. */
export const decideInput = z.object({
  id,
  revision,
  boardMemberId: id,
  answer: z.enum(boardAnswers, { error: "validation.choice" }),
  answeredOn: day,
});
export type DecideInput = z.output<typeof decideInput>;
