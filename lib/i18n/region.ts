// British order and 24 hours in English: an international record is read everywhere.
const regions: Record<string, string> = { en: "en-GB", sv: "sv-SE" };

/** The locale in which times, days and numbers are printed for a reader of a language. */
export const regional = (locale: string): string => regions[locale] ?? locale;
