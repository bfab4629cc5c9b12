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
  const runs = diffWordsWithSpace(before, after, { intlSegmenter }).map(({ added, removed, value }) => ({
    kind: added ? ("added" as const) : removed ? ("removed" as const) : ("same" as const),
    text: value,
  }));
  return calmed(runs);
}

/** Neighbouring changes with nothing but a space between them are one: what went, and then what came. */
function calmed(runs: Change[]): Change[] {
  const calm: Change[] = [];
  let [gone, come] = ["", ""];
  const flush = () => {
    if (gone) calm.push({ kind: "removed", text: gone });
    if (come) calm.push({ kind: "added", text: come });
    [gone, come] = ["", ""];
  };
  for (const [index, run] of runs.entries()) {
    if (run.kind === "removed") gone += run.text;
    else if (run.kind === "added") come += run.text;
    else if (gone && come && /^\s+$/.test(run.text) && runs[index + 1]) {
      gone += run.text;
      come += run.text;
    } else {
      flush();
      calm.push(run);
    }
  }
  flush();
  return calm;
}
