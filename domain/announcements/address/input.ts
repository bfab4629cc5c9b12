import { z } from "zod";
import { locales } from "@/db/enums";
import { id, slug, ticked } from "@/domain/input";

/** The address of one language: its own, empty for the one of all, or made of its title; `was` is the one that was seen. */
export const addressInput = z.object({
  id,
  locale: z.enum(locales, { error: "validation.choice" }),
  slug: z.union([z.literal(""), slug]),
  was: z.string().max(80).default(""),
  ofTitle: ticked,
});
export type AddressInput = z.output<typeof addressInput>;
