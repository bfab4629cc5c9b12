import { z } from "zod";
import { locales } from "@/db/enums";
import { emailAddress, id, optionalLine, personName } from "@/domain/input";
import { pressTargets } from "./rules";

/** The text that is read early. */
const target = z.object({ of: z.enum(pressTargets, { error: "validation.choice" }), id });

/** Letting a named journalist read a text under embargo. */
export const createPressLinkInput = target.extend({
  recipient: personName,
  outlet: optionalLine(200),
  email: emailAddress,
  locale: z.enum(locales, { error: "validation.choice" }),
});
export type CreatePressLinkInput = z.output<typeof createPressLinkInput>;

/** Letting the whole press list read it. */
export const sendToListInput = target;
export type SendToListInput = z.output<typeof sendToListInput>;

export const revokePressLinkInput = target.extend({ linkId: id });
export type RevokePressLinkInput = z.output<typeof revokePressLinkInput>;
