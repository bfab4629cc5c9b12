import { inlineOf } from "./inline";
import type { Block } from "./rules";

/** What a numbered or lettered paragraph begins with; the numbers themselves are computed, never kept. */
const markers: [RegExp, Block["shape"], number][] = [
  [/^\d{1,3}[.)]\s+/, "item", 0],
  [/^\((?:ii|iii|iv|vi{0,3}|ix|xi{0,3})\)\s+/, "item", 2],
  [/^\(?[a-z]{1,2}[.)]\s+/, "item", 1],
  [/^[•–*-]\s+/, "bullet", 0],
];

/**
 * The paragraphs of plain text. They are parted by empty lines, and by what begins a numbered one; a text without empty
 * lines has one to a line. Short lines in capitals are headings.
 */
export function blocksOfText(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const parted = lines.some((line, at) => at > 0 && at < lines.length - 1 && line.trim() === "");
  const blocks: string[][] = [[]];
  for (const raw of lines) {
    const line = raw.trim();
    const begins = line === "" || !parted || markers.some(([marker]) => marker.test(line));
    if (begins && blocks.at(-1)?.length) blocks.push([]);
    if (line !== "") blocks.at(-1)?.push(line);
  }
  // "(i)" is the ninth letter where "(h)" stands before it, and else the first of a deeper list.
  let before = "";
  return blocks.flatMap((own) => {
    const said = own.join(" ");
    if (said === "") return [];
    const [marker, shape, depth] = markerOf(said, before);
    const words = said.slice(marker.length);
    before = marker;
    const block = shape === "paragraph" && isHeading(words) ? "heading" : shape;
    return [{ text: inlineOf([{ text: words }]), shape: block, depth }];
  });
}

/** Takes away what numbered paragraphs begin with where they are not lists: a number typed, or printed by us. */
export function unmarked(blocks: readonly Block[]): Block[] {
  let before = "";
  return blocks.map((block) => {
    if (block.shape === "heading") return block;
    const [marker, shape, depth] = markerOf(block.text, before);
    before = marker;
    return marker && shape === "item" ? { text: block.text.slice(marker.length), shape, depth } : block;
  });
}

function markerOf(text: string, before: string): [string, Block["shape"], number] {
  if (/^\(?i[.)]\s+/.test(text)) {
    const [marker = ""] = /^\(?i[.)]\s+/.exec(text) ?? [];
    return [marker, "item", /^\(?h[.)]/.test(before) ? 1 : 2];
  }
  for (const [marker, shape, depth] of markers) {
    const [found] = marker.exec(text) ?? [];
    if (found) return [found, shape, depth];
  }
  return ["", "paragraph", 0];
}

const isHeading = (text: string) =>
  text.length <= 100 && /\p{Lu}/u.test(text) && text === text.toUpperCase() && !/[.,;]$/.test(text);
