import { type Locale, locales } from "@/db/enums";

/** Recipients a press list takes. */
export const mostRecipients = 2_000;

/** What a column of a file can be, with the words it goes by in files of both languages. */
const headers = {
  name: ["name", "namn", "contact", "kontakt", "journalist"],
  email: ["e-mail", "email", "mail", "e-post", "epost", "address", "adress", "e-postadress"],
  outlet: ["outlet", "medium", "media", "newsroom", "redaktion", "organisation", "company"],
  locale: ["language", "språk", "locale", "lang"],
} as const;

export type Columns = Record<keyof typeof headers, number | undefined>;

/** Which column is which; nothing where there is none for the name or for the address. */
export function columnsOf(cells: readonly string[]): Columns | undefined {
  const words = cells.map((cell) => cell.trim().toLocaleLowerCase());
  const at = (known: readonly string[]) => {
    const found = words.findIndex((word) => known.includes(word));
    return found === -1 ? undefined : found;
  };
  const columns = {
    name: at(headers.name),
    email: at(headers.email),
    outlet: at(headers.outlet),
    locale: at(headers.locale),
  };
  return columns.name === undefined || columns.email === undefined ? undefined : columns;
}

const names: Record<Locale, readonly string[]> = {
  en: ["en", "english", "engelska"],
  sv: ["sv", "swedish", "svenska"],
};

/** The language a cell names; the group's own where it names none. */
export function localeOf(cell: string, first: Locale): Locale {
  const word = cell.trim().toLocaleLowerCase();
  return locales.find((locale) => names[locale].includes(word)) ?? first;
}
