import { z } from "zod";
import { locales } from "@/db/enums";
import { id, optionalLine } from "@/domain/input";
import { mostDays } from "./rules";

/** Letting somebody without an account read the draft of one language for some days. */
export const createPreviewLinkInput = z.object({
  id,
  locale: z.enum(locales, { error: "validation.choice" }),
  note: optionalLine(200),
  days: z.coerce
    .number({ error: "validation.number" })
    .int({ error: "validation.number" })
    .min(1, { error: "validation.number" })
    .max(mostDays, { error: "validation.number" }),
});
export type CreatePreviewLinkInput = z.output<typeof createPreviewLinkInput>;

export const revokePreviewLinkInput = z.object({ id, linkId: id });
export type RevokePreviewLinkInput = z.output<typeof revokePreviewLinkInput>;
