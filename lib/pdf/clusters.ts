import bidi from "bidi-js";
import { type Cut, filesFor, silent } from "./faces";

/** Words of one look. */
export type Words = Cut & { text: string; href?: string; raised?: boolean; scale?: number };

/** A letter with its marks: the smallest thing that is set, with the file of its face and its level of direction. */
export type Cluster = { text: string; words: Words; file: string; level: number };

/** Whether a file of a face has a letter. */
export type Has = (file: string, point: number) => boolean;

const { getEmbeddingLevels } = bidi();
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * The letters of words on one line of source, each with a face that has it. One that no face has is spelled out as
 * `[U+1F600]`: a print may not show another sign than was adopted, nor none.
 */
export function clustersOf(line: readonly Words[], base: "ltr" | "auto", has: Has) {
  const found = line.flatMap((words) =>
    [...graphemes.segment(plainSpaces(words.text))].flatMap(({ segment }) => set(segment, words, has)),
  );
  const text = found.map((one) => one.text).join("");
  const { levels, paragraphs } = getEmbeddingLevels(text, base);
  let at = 0;
  const clusters = found.map((one): Cluster => {
    const level = levels[at] ?? 0;
    at += one.text.length;
    return { ...one, level };
  });
  return { clusters, level: paragraphs[0]?.level ?? 0 };
}

/** Thin and other spaces as the usual ones: the Latin face has a broken sign for them, which ends the drawing. */
function plainSpaces(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\t\u2000-\u2006\u2008-\u200a\u205f\u2028\u2029]/g, " ")
    .replace(/[\u2007\u202f]/g, "\u00a0");
}

function set(text: string, words: Words, has: Has): Omit<Cluster, "level">[] {
  const file = fileOf(text, words, has);
  if (file) return [{ text, words, file }];
  const points = [...text];
  if (points.length > 1) return points.flatMap((one) => set(one, words, has));
  const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return [...`[U+${code}]`].flatMap((one) => set(one, words, has));
}

function fileOf(text: string, words: Words, has: Has): string | undefined {
  const points = [...(text.replace(silent, "") || " ")].map((one) => one.codePointAt(0) ?? 0);
  return filesFor(points[0] ?? 0, words).find((file) => points.every((point) => has(file, point)));
}
