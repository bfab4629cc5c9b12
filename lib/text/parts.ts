import { diffArrays } from "diff";
import { type Change, wordChanges } from "./words";

/** What became of one part of a text: the runs of its words, and whether anything in it changed. */
export type PartChange = { changed: boolean; runs: Change[] };

/**
 * The difference of two texts given as parts, such as paragraphs: parts that are the same are found first, so that a
 * long text costs no more than what changed in it; what came in place of as many others is compared word by word.
 */
export function partChanges(before: string[], after: string[], locale: string): PartChange[] {
  const found: PartChange[] = [];
  let gone: string[] = [];
  const flush = (come: string[]) => {
    const paired = gone.length === come.length;
    if (paired)
      for (const [at, text] of come.entries())
        found.push({ changed: true, runs: wordChanges(gone[at] ?? "", text, locale) });
    else {
      const whole = (kind: "removed" | "added") => (text: string) =>
        found.push({ changed: true, runs: [{ kind, text }] });
      gone.forEach(whole("removed"));
      come.forEach(whole("added"));
    }
    gone = [];
  };
  for (const { added, removed, value } of diffArrays(before, after)) {
    if (removed) gone = value;
    else if (added) flush(value);
    else {
      flush([]);
      for (const text of value) found.push({ changed: false, runs: [{ kind: "same", text }] });
    }
  }
  flush([]);
  return found;
}
