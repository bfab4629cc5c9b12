import { plainWords } from "../inline/rules";

/**
 * Numbered lines are a display of one frozen revision and nothing is ever found by them. The way they are counted has a
 * version, printed with them: whoever counts otherwise raises it, and "line 42" of an old minute stays explicable.
 */
export const lineVersion = 1;
const width = 80;

type NumberedLines = { id: string; lines: { number: number; text: string }[] };

/** The lines of a text, numbered through from 1; joining those of a paragraph gives its words. */
export function numberedLines(paragraphs: readonly { id: string; text: string }[]): NumberedLines[] {
  let number = 0;
  return paragraphs.map(({ id, text }) => ({
    id,
    lines: wrapped(plainWords(text)).map((line) => {
      number += 1;
      return { number, text: line };
    }),
  }));
}

/** Words to a width of 80, broken behind spaces and at line ends; a word that is longer is broken where it must be. */
export function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.match(/[^ \n]*(?:\n| +|$)/g) ?? []) {
    const own = word.replace(/[ \n]+$/, "");
    if (used > 0 && used + widthOf(own) > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    for (const sign of own) {
      const wide = widthOf(sign);
      if (used > 0 && used + wide > width) {
        lines.push(line);
        line = "";
        used = 0;
      }
      line += sign;
      used += wide;
    }
    line += word.slice(own.length);
    used += word.length - own.length;
    if (word.endsWith("\n")) {
      lines.push(line);
      line = "";
      used = 0;
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

/** Ranges are written out, not asked of the machine: its tables change from version to version. */
const none: [number, number][] = [
  [0x300, 0x36f],
  [0x591, 0x5bd],
  [0x64b, 0x65f],
  [0x200b, 0x200f],
  [0x2060, 0x2060],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
const double: [number, number][] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

function widthOf(text: string): number {
  let all = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const within = ([from, to]: [number, number]) => from <= code && code <= to;
    // Nearly all signs of nearly all texts stand before the first range.
    all += code < 0x300 ? 1 : none.some(within) ? 0 : double.some(within) ? 2 : 1;
  }
  return all;
}
