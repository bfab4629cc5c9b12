import mammoth from "mammoth";
import { Refusal } from "@/lib/refusal";
import { unpackedParts } from "@/lib/table/unpacked";
import { inlineOf, type Run } from "./inline";
import { type Block, most } from "./rules";

/**
 * The paragraphs of a Word document, with its emphasis, links, lists and footnotes. Pictures, macros, comments and what
 * was struck out in tracked changes are passed over. Refuses `text_unreadable` for what is damaged, encrypted, or grows
 * beyond measure when it is unpacked.
 */
export async function blocksOfDocx(bytes: Uint8Array): Promise<Block[]> {
  try {
    unpackedParts(bytes, most.unpackedBytes);
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "b =>", "u => ", "strike => "],
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      },
    );
    return blocksOfHtml(value);
  } catch {
    throw new Refusal("text_unreadable");
  }
}

type Piece = { tag: string; end: boolean; attributes: string; words: string };

const blockTags = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "pre"]);

/** The paragraphs of the plain, well-formed HTML that a Word document is converted to. */
export function blocksOfHtml(html: string): Block[] {
  const pieces = piecesOf(html);
  const { body, notes } = withoutNotes(pieces);
  const blocks: Block[] = [];
  const lists: ("ol" | "ul")[] = [];
  let runs: Run[] = [];
  let shape: Block["shape"] = "paragraph";
  let emphasis = 0;
  let href = "";
  const flush = () => {
    const text = inlineOf(runs);
    if (text) blocks.push({ text, shape, depth: Math.max(0, lists.length - 1) });
    runs = [];
  };
  for (const { tag, end, attributes, words } of body) {
    if (blockTags.has(tag) || tag === "ol" || tag === "ul") flush();
    if (tag === "ol" || tag === "ul") {
      if (end) lists.pop();
      else lists.push(tag);
    }
    if (/^h\d$/.test(tag)) shape = end ? "paragraph" : "heading";
    else if (tag !== "" && blockTags.has(tag)) {
      const list = lists.at(-1);
      shape = list === "ol" ? "item" : list === "ul" ? "bullet" : "paragraph";
    }
    if (tag === "em" || tag === "i") emphasis += end ? -1 : 1;
    if (tag === "a") {
      href = end ? "" : (/href="([^"]*)"/.exec(attributes)?.[1] ?? "");
      const note = notes.get(href.replace("#", ""));
      if (note !== undefined) runs.push({ text: "", note });
    }
    if (tag === "br" && !end) runs.push({ text: "\n" });
    // The number of a footnote is computed.
    if (tag === "" && !href.startsWith("#"))
      runs.push({ text: words, emphasis: emphasis > 0, href: decoded(href) });
  }
  flush();
  return blocks;
}

function piecesOf(html: string): Piece[] {
  return [...html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gi)].map(
    ([, slash, tag = "", attributes = "", words = ""]) => ({
      tag: tag.toLowerCase(),
      end: slash === "/",
      attributes,
      words: decoded(words),
    }),
  );
}

/** Takes the list of footnotes from the end of a document, and answers their words by their id. */
function withoutNotes(pieces: Piece[]): { body: Piece[]; notes: Map<string, string> } {
  const first = pieces.findIndex(
    ({ attributes }) => /id="(?:foot|end)note-\d/.test(attributes) && !/ref/.test(attributes),
  );
  const notes = new Map<string, string>();
  if (first < 0) return { body: pieces, notes };
  let own = "";
  for (const { attributes, words } of pieces.slice(first)) {
    own = /id="((?:foot|end)note-[^"]+)"/.exec(attributes)?.[1] ?? own;
    if (words.trim() !== "↑") notes.set(own, (notes.get(own) ?? "") + words);
  }
  return { body: pieces.slice(0, first), notes };
}

const decoded = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => signs[name] ?? whole);
const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
