import { diffWordsWithSpace } from "diff";

/** A run of a text that stayed, came or went. */
export type Change = { kind: "same" | "added" | "removed"; text: string };

/** Past this length two texts are shown as one gone and one come, for comparing them word by word costs too much. */
const longest = 20_000;

/** The difference of two texts, word by word; joining what stayed and came gives `after`, what stayed and went `before`. */
export function wordChanges(before: string, after: string, locale: string): Change[] {
  if (before === after) return [{ kind: "same", text: after }];
  if (before.length + after.length > longest) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: "word" });
  return diffWordsWithSpace(before, after, { intlSegmenter }).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
