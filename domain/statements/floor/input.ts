import { z } from "zod";
import { id, optionalId } from "@/domain/input";
import { floorViews } from "./rules";

/** Where the chair goes: to a paragraph, or, where none is said, to another revision or view at the same one. */
export const floorInput = z.object({
  id,
  /** What the chair saw; 0 where nothing was on the screen. */
  version: z.coerce.number({ error: "validation.number" }).int().min(0).max(2_147_483_647),
  revisionId: id,
  paragraphId: optionalId,
  view: z.enum(floorViews, { error: "validation.choice" }),
});
export type FloorInput = z.output<typeof floorInput>;
