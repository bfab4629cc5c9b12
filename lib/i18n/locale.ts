import { type Locale, locales } from "@/db/enums";

/** The language of readers who ask for none that we have. */
export const fallbackLocale: Locale = "en";

/** Whether a part of an address names a language of the interface. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** How each language calls itself, for the language switch. */
export const languageNames: Record<Locale, string> = {
  en: "English",
  sv: "Svenska",
};

/** The language of the interface a reader prefers, by the `Accept-Language` header (RFC 9110, 12.5.4). */
export function preferredLocale(header: string | null): Locale {
  const wishes = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((wish) => {
      const [range = "", ...parameters] = wish.trim().toLowerCase().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { language: range.split("-")[0], quality: Number(quality ?? 1) };
    })
    .filter((wish) => wish.quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return wishes.map((wish) => wish.language).find(isLocale) ?? fallbackLocale;
}
