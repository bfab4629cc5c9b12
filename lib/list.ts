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

/** Several of a list of values, in its order: sent one by one or joined by commas; nothing where none is left. */
export const severalOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .unknown()
    .optional()
    .transform((sent): Values[number][] | undefined => {
      const asked = new Set([sent ?? []].flat().flatMap((part) => String(part).slice(0, 500).split(",")));
      const found = values.filter((value) => asked.has(value));
      return found.length > 0 ? found : undefined;
    });

/** Since when: a day, or an instant as UTC in ISO 8601; anything else counts as nothing. */
export const sinceWhen = z
  .union([
    z.iso.date(),
    z.iso.datetime({ offset: true }).transform((instant) => new Date(instant).toISOString()),
  ])
  .refine((since) => since >= "1970" && since < "9999")
  .optional()
  .catch(undefined);

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
