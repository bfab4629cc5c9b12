import { z } from "zod";
import { locales } from "@/db/enums";
import { id, lines, revision } from "@/domain/input";

/** A revision of minutes: the number of the one it was made on, 0 for the first. */
export const saveMinutesInput = z.object({
  itemId: id,
  basedOn: z.coerce.number({ error: "validation.number" }).int().min(0).max(2_147_483_647),
  locale: z.enum(locales, { error: "validation.choice" }),
  body: lines(60_000),
});
export type SaveMinutesInput = z.output<typeof saveMinutesInput>;

/** Publishing minutes: the number of the revision that was read. */
export const publishMinutesInput = z.object({ itemId: id, revision });
export type PublishMinutesInput = z.output<typeof publishMinutesInput>;

/** Taking published minutes back says why. */
export const withdrawMinutesInput = z.object({ itemId: id, revision, reason: lines(500) });
export type WithdrawMinutesInput = z.output<typeof withdrawMinutesInput>;
