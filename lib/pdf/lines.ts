import bidi from "bidi-js";
import type { Cluster, Words } from "./clusters";

/**
 * Letters of one face and direction, where they stand on their line. What is set from right to left says what it reads
 * (`actual`): its signs stand in the order of the eye, and the face makes some of them of several.
 */
export type Fragment = {
  text: string;
  actual?: string;
  words: Words;
  file: string;
  x: number;
  width: number;
};

/** How wide letters of one face are. */
export type Measure = (text: string, file: string, words: Words) => number;

const { getMirroredCharacter } = bidi();

const ideograph = /\p{Script=Han}|[\u3000-\u303f\u3040-\u30ff\uff00-\uff60]/u;
/** What does not begin a line; the left-to-right mark stands before the number of a note. */
const notFirst = /^[\u200e、。，．！？；：）」』】》〉”’…\])}!?.,:;]/u;
const notLast = /[（「『【《〈“‘[({]$/u;

/** Letters broken into lines of a width: at spaces, after hyphens, between ideographs, and in a word only where it must be. */
export function linesOf(clusters: readonly Cluster[], width: number, measure: Measure): Cluster[][] {
  const lines: Cluster[][] = [[]];
  let used = 0;
  const take = (unit: Cluster[], wide: number) => {
    if (used + wide > width && used > 0) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(...unit);
    used += wide;
  };
  for (const unit of unitsOf(clusters)) {
    const end = unit.findLastIndex(({ text }) => text !== " ") + 1;
    const wide = widthOf(unit.slice(0, end), measure);
    if (wide <= width) take(unit.slice(0, end), wide);
    else for (const one of unit.slice(0, end)) take([one], widthOf([one], measure));
    const spaces = unit.slice(end);
    lines.at(-1)?.push(...spaces);
    used += widthOf(spaces, measure);
  }
  return lines;
}

/** What is not broken: a word with the spaces behind it. */
function unitsOf(clusters: readonly Cluster[]): Cluster[][] {
  const units: Cluster[][] = [];
  for (const [at, cluster] of clusters.entries()) {
    const before = clusters[at - 1]?.text ?? " ";
    if (at === 0 || mayBreak(before, cluster.text, units.at(-1) ?? [])) units.push([]);
    units.at(-1)?.push(cluster);
  }
  return units;
}

function mayBreak(before: string, after: string, unit: readonly Cluster[]): boolean {
  if (after === " ") return false;
  if (before === " ") return true;
  // In an address a hyphen at the end of a line could be taken for one of the printer's.
  if (/^[-–—]$/.test(before)) return /^\p{L}/u.test(after) && !written(unit).includes("://");
  return (ideograph.test(before) || ideograph.test(after)) && !notFirst.test(after) && !notLast.test(before);
}

function widthOf(clusters: readonly Cluster[], measure: Measure): number {
  return runsOf(clusters).reduce((sum, run) => sum + measure(shown(run), run.file, run.words), 0);
}

type Run = { clusters: Cluster[]; words: Words; file: string; level: number };

/** Neighbours of one look, face and direction. */
function runsOf(clusters: readonly Cluster[]): Run[] {
  const runs: Run[] = [];
  for (const { words, file, level, ...cluster } of clusters) {
    const last = runs.at(-1);
    const joins = last?.words === words && last.file === file && last.level === level;
    if (last && joins) last.clusters.push({ ...cluster, words, file, level });
    else runs.push({ clusters: [{ ...cluster, words, file, level }], words, file, level });
  }
  return runs;
}

/**
 * The fragments of a line in the order in which they are read, each at its place from left to right (rule L2 of the
 * Unicode bidirectional algorithm; spaces at the end of the line stand at the end of its direction, L1).
 */
export function placed(line: readonly Cluster[], base: number, measure: Measure) {
  const end = line.findLastIndex(({ text }) => text.trim() !== "") + 1;
  const runs = runsOf(line.map((one, at) => (at < end ? one : { ...one, level: base })));
  const order = runs.map((_, at) => at);
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && (runs[order[to] ?? -1]?.level ?? 0) >= level) to++;
      order.splice(from, to - from, ...order.slice(from, to).toReversed());
      from = Math.max(from, to - 1);
    }
  }
  const places = new Map<number, { x: number; width: number }>();
  let x = 0;
  for (const at of order) {
    const run = runs[at];
    if (!run) continue;
    const width = measure(shown(run), run.file, run.words);
    places.set(at, { x, width });
    x += width;
  }
  const fragments = runs.map((run, at): Fragment => {
    const spoken = run.level % 2 === 1 && run.clusters.some(inked);
    const actual = spoken ? { actual: written(run.clusters) } : {};
    const place = places.get(at) ?? { x: 0, width: 0 };
    return { text: shown(run), ...actual, words: run.words, file: run.file, ...place };
  });
  const trailing = runs.slice(runs.findLastIndex(({ clusters }) => clusters.some(inked)) + 1);
  const blank = trailing.reduce((sum, run) => sum + measure(shown(run), run.file, run.words), 0);
  return { fragments, width: x - blank, shift: base % 2 === 1 ? -blank : 0 };
}

const written = (clusters: readonly Cluster[]) => clusters.map(({ text }) => text).join("");
const inked = ({ text }: Cluster) => text.trim() !== "";

/** Joiners that shape Arabic letters; what else is silent is not given to a face. */
const kept = /[\u200c\u200d]/;

/**
 * What is given to the face. It sets letters of the Arabic script from right to left by itself and all others from left
 * to right; where the direction is the other one, the letters are turned here, and brackets with them.
 */
function shown({ clusters, level }: Run): string {
  const rightToLeft = level % 2 === 1;
  const bySelf = clusters.some(({ text }) => /\p{Script=Arabic}/u.test(text));
  const letters = clusters.map(({ text }) =>
    [...text]
      .filter((one) => (kept.test(one) ? bySelf : !/\p{Default_Ignorable_Code_Point}/u.test(one)))
      .map((one) => (rightToLeft && getMirroredCharacter(one)) || one)
      .join(""),
  );
  return (rightToLeft === bySelf ? letters : letters.toReversed()).join("");
}
