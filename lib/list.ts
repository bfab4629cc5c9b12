import { z } from "zod";

/** The query part of a list's address, as Next hands it over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What was typed into the search of a list; anything else counts as nothing. */
export const searchWords = z
  .string()
  .max(200)
  .transform((words) => words.trim().replaceAll("\u0000", ""))
  .catch("");

/** The page of a list, from 1. */
export const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

/** One of a list of values, or nothing. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).optional().catch(undefined);

/** An address's query with some parts changed; empty parts fall away, and the first page has no number. */
export function query(
  current: Record<string, string | number | undefined>,
  changed: Record<string, string | number | undefined> = {},
) {
  const parts = Object.entries({ ...current, ...changed }).filter(
    ([name, value]) => value !== undefined && value !== "" && !(name === "page" && value === 1),
  );
  const text = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? "?" : `?${text}`;
}
