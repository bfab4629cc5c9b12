import { type Locale, type Localized, locales } from "@/db/enums";

/** The words of an item that are translated, with the revision each language's were last written in. */
type Translated = {
  title: Localized;
  abstract: Localized;
  wordsRevision: Partial<Record<Locale, number>>;
};

/**
 * The languages whose words are older than those of another: the text they translate has changed since. A language
 * without a title is missing, not outdated.
 */
export function outdatedIn(item: Translated): Locale[] {
  const newest = Math.max(0, ...Object.values(item.wordsRevision));
  return locales.filter((locale) => item.title[locale] && (item.wordsRevision[locale] ?? 0) < newest);
}

/** The languages an item has no title in. */
export function missingIn(item: Pick<Translated, "title">): Locale[] {
  return locales.filter((locale) => !item.title[locale]);
}

/**
 * The revision of each language's words after a change made in `revision`: those that were written anew take it over,
 * and those found still right are as new as the newest. Saving all languages anew leaves none outdated.
 */
export function wordsRevisionAfter(
  before: Translated,
  after: Pick<Translated, "title" | "abstract">,
  revision: number,
  stillRight: readonly Locale[] = [],
): Partial<Record<Locale, number>> {
  const changed = locales.filter(
    (locale) =>
      before.title[locale] !== after.title[locale] || before.abstract[locale] !== after.abstract[locale],
  );
  const kept = locales.filter((locale) => after.title[locale]);
  const held = (locale: Locale) =>
    changed.includes(locale) ? revision : (before.wordsRevision[locale] ?? 1);
  const newest = Math.max(...kept.map(held));
  return Object.fromEntries(
    kept.map((locale) => [locale, stillRight.includes(locale) ? newest : held(locale)]),
  );
}

/**
 * The revision a copy of an item begins with: what is outdated in the original is so in the copy, and no words may be
 * of a later revision than their item.
 */
export function bornIn(wordsRevision: Translated["wordsRevision"]): number {
  return Math.max(1, ...Object.values(wordsRevision));
}
