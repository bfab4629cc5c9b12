import { z } from "zod";
import { locales } from "@/db/enums";
import { emailAddress } from "@/domain/input";

/** Asking for a sign-in link. */
export const askInput = z.object({
  email: emailAddress,
  locale: z.enum(locales),
  next: z.string().max(500).default(""),
});

export type AskInput = z.output<typeof askInput>;
