/** What can be found in public. */
export const foundKinds = ["event", "agenda_item", "statement", "announcement", "member", "person"] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Stand around a hit in what the database answers; no stored text can contain them. */
export const marks = { start: "\u0001", stop: "\u0002" };

/** A part of a text, and whether it is what was searched for. */
export type Part = { text: string; hit: boolean; from: number };

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
