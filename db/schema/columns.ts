import { jsonb, text, timestamp } from "drizzle-orm/pg-core";
import type { Localized } from "@/db/enums";

/** An instant, read as a `Date`. */
export const instant = (name: string) =>
	timestamp(name, { withTimezone: true, mode: "date" });

/** A calendar day without a zone, read as `YYYY-MM-DD`. */
export { date as day } from "drizzle-orm/pg-core";

/** A public text per language, `{en, sv}`. */
export const localized = (name: string) => jsonb(name).$type<Localized>();

/** Text compared without case, stored lower-cased by the verb (a CHECK holds it). */
export const email = (name: string) => text(name);
