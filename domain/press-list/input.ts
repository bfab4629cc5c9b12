import { z } from "zod";
import { locales } from "@/db/enums";
import { emailAddress, id, optionalLine, personName, revision } from "@/domain/input";

/** Somebody of the press list. */
export const recipientInput = z.object({
  name: personName,
  outlet: optionalLine(200),
  email: emailAddress,
  locale: z.enum(locales, { error: "validation.choice" }),
});
export type RecipientInput = z.output<typeof recipientInput>;

export const changeRecipientInput = recipientInput.extend({ id, revision });
export type ChangeRecipientInput = z.output<typeof changeRecipientInput>;

export const removeRecipientInput = z.object({ id, revision });
export type RemoveRecipientInput = z.output<typeof removeRecipientInput>;

/** A list as a file; the file itself goes beside it. */
export const readListInput = z.object({});
