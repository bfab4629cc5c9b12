import { createRequire } from "node:module";
import path from "node:path";
import arabic from "@fontsource/noto-naskh-arabic/unicode.json" with { type: "json" };
import chinese from "@fontsource/noto-serif-sc/unicode.json" with { type: "json" };
import latin from "@fontsource/source-serif-4/unicode.json" with { type: "json" };
import { subsets } from "./letters";

/** How words are set. */
export type Cut = { bold?: boolean; italic?: boolean };

type Part = { family: string; subset: string; ranges: number[][]; slanted: boolean };

const from = createRequire(path.join(process.cwd(), "package.json"));

/** The parts of every face, in the order in which a letter is looked for. */
const parts: Part[] = [
  ...subsets.map((subset) => part("source-serif-4", subset, latin[subset], true)),
  part("noto-naskh-arabic", "arabic", arabic.arabic, false),
  // Its parts are numbered: "[97]" is the file of 97.
  ...Object.entries(chinese).map(([subset, ranges]) =>
    part("noto-serif-sc", subset.replace(/[[\]]/g, ""), ranges, false),
  ),
];

/** `ranges` as CSS says it: "U+0000-00FF,U+0131". */
function part(family: string, subset: string, ranges: string, slanted: boolean): Part {
  const read = ranges.split(",").map((range) =>
    range
      .replace(/^U\+/i, "")
      .split("-")
      .map((end) => Number.parseInt(end, 16)),
  );
  return { family, subset, ranges: read, slanted };
}

const found = new Map<string, string[]>();

/** Files of faces that are said to have a letter, the best first; whether one has it is asked of the file itself. */
export function filesFor(point: number, cut: Cut): string[] {
  const key = `${point} ${cut.bold ?? false} ${cut.italic ?? false}`;
  const known = found.get(key) ?? looked(point, cut);
  found.set(key, known);
  return known;
}

function looked(point: number, { bold, italic }: Cut): string[] {
  return parts
    .filter(({ ranges }) => ranges.some(([first = 0, last = first]) => first <= point && point <= last))
    .map(({ family, subset, slanted }) => {
      const root = path.dirname(from.resolve(`@fontsource/${family}/package.json`));
      const style = italic && slanted ? "italic" : "normal";
      return path.join(root, "files", `${family}-${subset}-${bold ? 600 : 400}-${style}.woff`);
    });
}

/** Letters that ask for a shape or an order of others and have none of their own. */
export const silent = /\p{Default_Ignorable_Code_Point}/gu;
