import { z } from "zod";
import { id, optionalLine } from "@/domain/input";
import { badgeFormats } from "./rules";

/** Badges printed at once: one file, drawn in some seconds. More are printed in several goes. */
export const mostBadges = 100;

/** Printing badges; a reason where one of them is not the first. */
export const printInput = z.object({
  participations: z.array(id).min(1, { error: "validation.chooseSome" }).max(mostBadges),
  format: z.enum(badgeFormats, { error: "validation.choice" }),
  reason: optionalLine(300),
});
export type PrintInput = z.output<typeof printInput>;
