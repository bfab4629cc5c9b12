import { z } from "zod";
import { id, lines } from "@/domain/input";

/** Asking for a second pair of eyes on a revision, or approving it. */
export const reviewInput = z.object({ id, revisionId: id });
export type ReviewInput = z.output<typeof reviewInput>;

/** Saying something of a revision, or giving it back to its author with it. */
export const remarkInput = z.object({
  id,
  revisionId: id,
  step: z.enum(["remarked", "returned"], { error: "validation.choice" }),
  remark: lines(2_000),
});
export type RemarkInput = z.output<typeof remarkInput>;
