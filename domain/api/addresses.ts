import { type Locale, locales } from "@/db/enums";
import { absolute } from "@/lib/seo";

/** Where something is read through the API. */
export const apiAddress = (path: string) => absolute(`/api/v1${path}`);

/** The page of something in each of some languages. */
export const pagesOf = (path: string, languages: readonly Locale[] = locales) =>
  Object.fromEntries(languages.map((locale) => [locale, absolute(`/${locale}${path}`)]));

/** The rows of one page of a list, and how many there are. */
export function pageOf<Row>(rows: readonly Row[], { page, perPage }: { page: number; perPage: number }) {
  return { rows: rows.slice((page - 1) * perPage, page * perPage), total: rows.length };
}
