import { z } from "zod";
import { id, lines, optionalLocalizedLine } from "@/domain/input";

/** Publishing the list that was seen: `seen` is its digest, so that nobody is named whom the publisher did not see. */
export const publishListInput = z.object({
  eventId: id,
  seen: z.string().regex(/^[0-9a-f]{64}$/, { error: "validation.choice" }),
  note: optionalLocalizedLine(200),
});
export type PublishListInput = z.output<typeof publishListInput>;

/** Taking the list back says why; the reason stays with the secretariat. */
export const withdrawListInput = z.object({ eventId: id, reason: lines(500) });
export type WithdrawListInput = z.output<typeof withdrawListInput>;
