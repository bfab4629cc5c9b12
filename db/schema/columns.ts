import { date, jsonb, timestamp } from "drizzle-orm/pg-core";
import type { Localized } from "@/db/enums";

/** An instant, read as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A calendar day without a zone, read as `YYYY-MM-DD`. */
export const day = (name: string) => date(name);

/** A public text per language, `{en, sv}`. */
export const localized = (name: string) => jsonb(name).$type<Localized>();
