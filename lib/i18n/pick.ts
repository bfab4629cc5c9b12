import { type Locale, type Localized, locales } from "@/db/enums";

/** A text chosen for a reader, and the language it is in: mark it with `lang` where that is not the page's. */
export type Picked = { text: string; lang: Locale };

/** The text in the reader's language, else in the first language that has one; empty where none has. */
export function pick(localized: Localized, locale: Locale): Picked {
  const lang = localized[locale] ? locale : locales.find((other) => localized[other]);
  return { text: (lang && localized[lang]) ?? "", lang: lang ?? locale };
}

/** The `lang` attribute of a picked text: only where it differs from the language of the page. */
export function langOf(picked: Picked, locale: Locale): Locale | undefined {
  return picked.lang === locale ? undefined : picked.lang;
}

/** Puts things that have a name per language in the order of a language's alphabet. */
export function byNameIn(locale: Locale) {
  return (a: { name: Localized }, b: { name: Localized }) =>
    pick(a.name, locale).text.localeCompare(pick(b.name, locale).text, locale);
}
