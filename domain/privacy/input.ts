import { z } from "zod";
import { id, lines, ticked } from "@/domain/input";

/** The participation of the person concerned. */
export const eraseInput = z.object({ id });
export const refuseErasureInput = z.object({ id, reason: lines(500) });

/** Running retention now, by hand: ticked to be sure. */
export const retainInput = z.object({ sure: ticked });

/** Asking to be erased, by whoever holds the personal link. */
export const askErasureInput = z.object({
  id,
  link: z.string().regex(/^[A-Za-z0-9_-]{22}$/, { error: "validation.choice" }),
});
