import { z } from "zod";
import { locales } from "@/db/enums";
import { emailAddress, id, optionalLine, personName } from "@/domain/input";

/** Letting a named journalist read a text under embargo. */
export const createPressLinkInput = z.object({
  id,
  recipient: personName,
  outlet: optionalLine(200),
  email: emailAddress,
  locale: z.enum(locales, { error: "validation.choice" }),
});
export type CreatePressLinkInput = z.output<typeof createPressLinkInput>;

export const revokePressLinkInput = z.object({ id, linkId: id });
export type RevokePressLinkInput = z.output<typeof revokePressLinkInput>;
