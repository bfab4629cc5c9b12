import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Locale, type Localized, locales } from "@/db/enums";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";

const byHand = sql.join(
  locales.map((locale) => sql`${sql.raw(`'${locale}'`)}, ${participations.organisationName}`),
  sql`, `,
);

/**
 * The name of a participant's organisation per language, for `pick`; one that was written by hand is the same in each.
 * Needs the join with organisations.
 */
export const organisationName = sql<Localized>`coalesce(${organisations.name}, jsonb_build_object(${byHand}))`;

/** The same in one language, as `pick` would choose it: for sorting, and for files. */
export function organisationNameIn(locale: Locale): SQL<string> {
  const others = locales.filter((one) => one !== locale);
  const names = [locale, ...others].map((one) => sql`${organisations.name}->>${sql.raw(`'${one}'`)}`);
  return sql<string>`coalesce(${sql.join(names, sql`, `)}, ${participations.organisationName})`;
}

/** A text in the alphabetical order of a language, which the database's own order is not. */
export function collated(text: SQLWrapper, locale: Locale): SQL {
  return sql`${text} collate ${sql.raw(`"${locale}-x-icu"`)}`;
}
