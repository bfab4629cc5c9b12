import { z } from "zod";
import { commentAudiences } from "@/db/enums";
import { id, lines, optionalId } from "@/domain/input";

/** A comment on a paragraph of the text that was sent round last, on an amendment, or on the text as a whole. */
export const sayInput = z.object({
  id,
  paragraphId: optionalId,
  amendmentId: optionalId,
  audience: z.enum(commentAudiences, { error: "validation.choice" }),
  text: lines(5_000),
});
export type SayInput = z.output<typeof sayInput>;

export const withdrawCommentInput = z.object({ id });
export type WithdrawCommentInput = z.output<typeof withdrawCommentInput>;
