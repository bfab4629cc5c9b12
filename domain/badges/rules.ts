import type { ParticipationClass } from "@/db/enums";

/** How badges leave the printer: four of A6 on a sheet of A4, to be cut or torn; or each on a page of its own. */
export const badgeFormats = ["sheet", "single"] as const;
export type BadgeFormat = (typeof badgeFormats)[number];

/**
 * The colour of a class, on its badge and on the card at the door: the tokens `class-*` of the style sheet say the same.
 * White is readable on each; the word of the class always stands on it, for colour alone says nothing.
 */
export const classColours: Record<ParticipationClass, string> = {
  head: "#7a1f2b",
  delegate: "#14543f",
  adviser: "#1c4f8a",
  speaker: "#5d3a91",
  observer: "#54595d",
  press: "#7a3a00",
  interpreter: "#0b5a62",
  security: "#1b1e20",
  staff: "#86125f",
};

/** A space to write in, in points. */
type Box = { width: number; height: number };

/** About how wide a letter of the badges' face is, in ems; a little more than it is, so that what fits here fits there. */
function letterWidth(letter: string): number {
  if (/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(letter)) return 1.05;
  if (/[MWmw@ЖШЩЮжшщю]/.test(letter)) return 0.98;
  if (/\p{Lu}/u.test(letter)) return 0.76;
  return /[iljtf.,'’ -]/.test(letter) ? 0.36 : 0.6;
}

const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);

/** How many lines a text takes that is broken between words only, in a column of so many ems. */
function linesOf(text: string, column: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const width = widthOf(word);
    if (used > 0 && used + 0.36 + width > column) {
      lines++;
      used = width;
    } else used += (used > 0 ? 0.36 : 0) + width;
  }
  return lines;
}

/** The line height of everything on a badge, in ems. */
export const leading = 1.15;

/**
 * The largest size in points, in half points from `most` down, at which a text fits its box without a word being broken.
 * Never under `least`, however long it is.
 */
export function sizeThatFits(text: string, box: Box, most: number, least = 5): number {
  const widest = Math.max(...text.split(/\s+/).map(widthOf));
  for (let size = most; size > least; size -= 0.5) {
    const fits = widest * size <= box.width;
    if (fits && linesOf(text, box.width / size) * leading * size <= box.height) return size;
  }
  return least;
}

/** How many of those chosen get their first badge, and how many another one. */
export function firstsAndReprints(chosen: readonly { number: number }[]): {
  firsts: number;
  reprints: number;
} {
  const reprints = chosen.filter(({ number }) => number > 0).length;
  return { firsts: chosen.length - reprints, reprints };
}
