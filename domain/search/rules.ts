import type { Locale } from "@/db/enums";
import type { Period } from "@/domain/periods/rules";

/** What can be found in public. */
export const foundKinds = [
  "event",
  "agenda_item",
  "statement",
  "announcement",
  "member",
  "commitment",
  "person",
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Stand around a hit in what the database answers; no stored text can contain them. */
export const marks = { start: "\u0001", stop: "\u0002" };

/** A part of a text, and whether it is what was searched for. */
export type Part = { text: string; hit: boolean; from: number };

/** Something public that answers a search, in the language it was found in. */
export type Found = {
  kind: FoundKind;
  id: string;
  /** The last part of its address; of a person, who has no page, the whole address of one that names them; of a
   * commitment its place on the page of an owner. */
  slug: string;
  locale: Locale;
  title: Part[];
  snippet: Part[];
  at: Date;
  /** The periods that are over to which it belongs, the earliest first. */
  periods: Period[];
};

/** A marked text as its parts, in order, each with where it begins. */
export function partsOf(marked: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let hit = false;
  for (const piece of marked.split(/(\p{Cc})/u)) {
    if (piece === marks.start || piece === marks.stop) hit = piece === marks.start;
    else if (piece !== "") parts.push({ text: piece, hit, from });
    from += piece.length;
  }
  return parts;
}

/** The longest search that is looked at; the rest is cut off. */
const longest = 200;

/** What was typed, as it can be searched for: one line without control characters, not too long. */
export function searched(typed: unknown): string {
  if (typeof typed !== "string") return "";
  const line = typed
    .slice(0, longest * 2)
    .replace(/[\p{Cc}\p{Cs}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return [...line].slice(0, longest).join("");
}

/** A word of a query as the database prints it, and whether it is excluded. */
const word = /(!?)'((?:[^']|'')+)'/g;

/** The same question of beginnings: `industri` also finds `industriomställning`. What is excluded is so whole only. */
export function withBeginnings(query: string): string {
  return query.replace(word, (found, excluded) => (excluded ? found : `${found}:*`));
}

/** What is looked for inside of words, and the words that must not be there. */
export type Inside = { parts: string[]; without: string };

/** The shortest part of a word that is looked for: of fewer letters there is no index, and they are in everything. */
const shortestPart = 3;

/**
 * A query of plain words as parts of words: in Swedish a word is often the end of a longer one (ugn, masugn). Nothing
 * where it holds a phrase, a choice, or a word that is too short.
 */
export function insideOf(query: string): Inside | undefined {
  const words = [...query.matchAll(word)];
  const parts = words
    .filter(([, excluded]) => !excluded)
    .map(([, , found = ""]) => found.replaceAll("''", "'"));
  if (query.replace(word, "").replace(/[\s&]/g, "") !== "" || parts.length === 0) return undefined;
  if (parts.some((part) => [...part].length < shortestPart)) return undefined;
  const without = words.filter(([, excluded]) => excluded).map(([, , found]) => `'${found}'`);
  return { parts, without: without.join(" | ") };
}

/** A value of a facet, and how many answers have it. */
export type FacetValue = { value: string; label: string; count: number };
