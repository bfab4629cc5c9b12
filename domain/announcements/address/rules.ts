import { type Locale, locales } from "@/db/enums";

/** An address of an announcement in one language, present or former. */
export type Address = { locale: Locale; slug: string; present: boolean };

/** The present address in a language: its own, else that of the announcement. */
export function addressIn(addresses: readonly Address[], base: string, locale: Locale): string {
  return addresses.find((one) => one.locale === locale && one.present)?.slug ?? base;
}

/** What becomes of a request: the text in a language is shown here, or at the address where it is. */
export type Answer =
  | { kind: "here"; locale: Locale }
  /** For good where the text left this address; else only for now, since which language is public changes. */
  | { kind: "elsewhere"; slug: string; forGood: boolean };

/**
 * Which text an address of an announcement shows to readers of a language, who read the other one where theirs is not
 * public. A former address of a text leads to its present one, and an address of the other language to theirs where
 * they have a text; nothing leads away from where a text is, so no chain is longer than one and none closes.
 */
export function answerAt(
  slug: string,
  locale: Locale,
  {
    addresses,
    base,
    published,
  }: { addresses: readonly Address[]; base: string; published: readonly Locale[] },
): Answer | undefined {
  const shown = published.includes(locale) ? locale : locales.find((one) => published.includes(one));
  if (!shown) return undefined;
  const present = addressIn(addresses, base, shown);
  const isPresentSomewhere = locales.some((one) => addressIn(addresses, base, one) === slug);
  if (slug === present || (shown !== locale && isPresentSomewhere)) return { kind: "here", locale: shown };
  const left = addresses.some((one) => one.slug === slug && one.locale === shown && !one.present);
  return { kind: "elsewhere", slug: present, forGood: left };
}
