import type { Locale } from "@/db/enums";
import en from "@/messages/en.json" with { type: "json" };
import sv from "@/messages/sv.json" with { type: "json" };

/** Every word of the interface, as it is in the first language. */
export type Messages = typeof en;

/** Every word of the interface, by language. */
export const messages: Record<Locale, Messages> = { en, sv };
