import { z } from "zod";
import { commitmentProgress } from "@/db/enums";
import {
  day,
  id,
  lines,
  localizedLine,
  optionalDay,
  optionalId,
  optionalLine,
  optionalLocalizedLines,
  revision,
  several,
} from "@/domain/input";

const commitment = z.object({
  title: localizedLine(300),
  measure: optionalLocalizedLines(2_000),
  owners: several(id, 400).pipe(z.array(id).min(1, { error: "validation.required" })),
  statementId: optionalId,
  /** As it is spoken of: "4", "1 (a)". */
  paragraph: optionalLine(20),
  madeOn: day,
  dueOn: optionalDay,
});

type Checked = z.output<typeof commitment>;

/** It is due after it was made, and only a text has paragraphs. */
function check({ madeOn, dueOn, statementId, paragraph }: Checked, { addIssue }: z.RefinementCtx) {
  if (dueOn !== null && dueOn < madeOn)
    addIssue({ code: "custom", path: ["dueOn"], message: "validation.endsBeforeStart", input: dueOn });
  if (paragraph !== "" && statementId === null)
    addIssue({ code: "custom", path: ["statementId"], message: "validation.choice", input: statementId });
}

export const commitmentInput = commitment.superRefine(check);
export type CommitmentInput = z.output<typeof commitmentInput>;

export const editCommitmentInput = commitment
  .extend({
    id,
    revision,
    /** The number of the paragraph as the form was given it. */
    paragraphWas: optionalLine(20),
  })
  .superRefine(check);
export type EditCommitmentInput = z.output<typeof editCommitmentInput>;

export const publishCommitmentInput = z.object({ id, revision });
export type PublishCommitmentInput = z.output<typeof publishCommitmentInput>;

export const withdrawCommitmentInput = z.object({ id, revision, reason: lines(1_000) });
export type WithdrawCommitmentInput = z.output<typeof withdrawCommitmentInput>;

export const reportCommitmentInput = z.object({
  id,
  revision,
  eventId: id,
  progress: z.enum(commitmentProgress, { error: "validation.choice" }),
  text: optionalLocalizedLines(2_000),
});
export type ReportCommitmentInput = z.output<typeof reportCommitmentInput>;
