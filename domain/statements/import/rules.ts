import type { ParagraphKind } from "@/db/enums";
import { plainWords } from "../inline/rules";

/** A paragraph as a document has it: its words with our signs, and how it is set. */
export type Block = {
  text: string;
  shape: "heading" | "paragraph" | "bullet" | "item";
  /** Of an item of a list: how deep it stands. */
  depth: number;
};

/** What a paragraph is taken for; without an id it is new. */
export type Guess = { id: string; kind: ParagraphKind; level: 0 | 1 | 2; text: string };

/** What a text that is brought in may be at most. `unpackedBytes` is what a document may grow to when it is unpacked. */
export const most = { bytes: 4_000_000, unpackedBytes: 20_000_000, paragraphs: 400, letters: 10_000 };

/** How preambular paragraphs begin, in the languages that statements are written in. */
const openings =
  /^(?:(?:also|further|deeply|fully|gravely|strongly)\s+)?(?:recogni[sz]ing|recalling|noting|affirming|reaffirming|reiterating|welcoming|acknowledging|emphasi[sz]ing|stressing|underlining|underscoring|bearing in mind|convinced|concerned|alarmed|guided by|having|aware|mindful|conscious|considering|taking (?:note|into account)|determined|desiring|expressing|inspired|building on|som\b|med (?:beaktande|erkännande|hänvisning)|i (?:medvetande|insikt)|erinrar om|efter att ha)/i;
const annexes = /^(?:annex|appendix|bilaga)\b/i;
const annexNumber = /^(?:annex|appendix|bilaga)\s+(?:[ivxlc]+|\d+|[a-z])\b[.:–-]?\s*/i;
const closings =
  /^(?:done (?:at|in)|adopted (?:at|in|on|by|this)|agreed (?:at|in|on)|issued (?:at|in|on)|utfärda[dt]|antage[nt]|överenskomme[nt])\b/i;

/** The title a text begins with, where its first paragraph looks like one, and the paragraphs behind it. */
export function titled(blocks: readonly Block[]): { title: string; rest: Block[] } {
  const [first, ...rest] = blocks;
  const words = first ? plainWords(first.text).replace(/\s+/g, " ").trim() : "";
  const isTitle =
    rest.length > 0 &&
    (first?.shape === "heading" || first?.shape === "paragraph") &&
    words.length <= 200 &&
    !/[.,;:!?]$/.test(words) &&
    !openings.test(words) &&
    !annexes.test(words) &&
    !words.includes("[");
  return isTitle ? { title: words, rest } : { title: "", rest: [...blocks] };
}

/**
 * What each paragraph is taken for. Headings are headings, one that says so begins an annex; what stands before the
 * first operative paragraph and opens as preambles do or ends with a comma is preambular; the last one may be the
 * closing formula; all else is operative, items of lists below the paragraph they belong to.
 */
export function guessed(blocks: readonly Block[]): Guess[] {
  let operative = false;
  let level = 0;
  const last = blocks.findLastIndex(({ shape }) => shape !== "heading");
  return blocks.map((block, at) => {
    const words = plainWords(block.text).trim();
    const found = (kind: ParagraphKind, at: 0 | 1 | 2 = 0): Guess => ({
      id: "",
      kind,
      level: at,
      text: block.text,
    });
    if (annexes.test(words) && words.length <= 150) {
      operative = false;
      const title = block.text.replace(annexNumber, "");
      return { ...found("annex"), text: title || block.text };
    }
    if (block.shape === "heading") return found("heading");
    if (block.shape === "paragraph") {
      if (at === last && at > 0 && closings.test(words)) return found("closing");
      if (!operative && (openings.test(words) || /,$/.test(words))) return found("preambular");
    }
    const deep = block.shape === "bullet" && operative ? block.depth + 1 : block.depth;
    level = Math.min(deep, 2, operative ? level + 1 : 0);
    operative = true;
    return found("operative", level as 0 | 1 | 2);
  });
}

/** From this likeness on, a paragraph is one of the base that was rewritten. */
const likeness = 0.6;

/**
 * Gives paragraphs the permanent ids of those they are in the text they are laid on, so that the difference stays small:
 * first where the words are the same, in order, then where most of them are. Each id is given once.
 */
export function matched<P extends { id: string; text: string }>(
  paragraphs: readonly P[],
  base: readonly { id: string; text: string }[],
): P[] {
  const free = new Map<string, string[]>();
  for (const { id, text } of base) free.set(plain(text), [...(free.get(plain(text)) ?? []), id]);
  const same = paragraphs.map((one) => ({ ...one, id: free.get(plain(one.text))?.shift() ?? "" }));
  const taken = new Set(same.map(({ id }) => id));
  const left = base.filter(({ id }) => !taken.has(id)).map(({ id, text }) => ({ id, words: wordsOf(text) }));
  const pairs = same.flatMap(({ id, text }, at) => {
    if (id) return [];
    const words = wordsOf(text);
    return left
      .map((other) => ({ at, id: other.id, like: alike(words, other.words) }))
      .filter(({ like }) => like >= likeness);
  });
  const ids = new Map<number, string>();
  for (const { at, id } of pairs.toSorted((a, b) => b.like - a.like)) {
    if (ids.has(at) || taken.has(id)) continue;
    ids.set(at, id);
    taken.add(id);
  }
  return same.map((one, at) => ({ ...one, id: one.id || (ids.get(at) ?? "") }));
}

const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();
const wordsOf = (text: string) =>
  new Set(
    plain(plainWords(text))
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );

/** The share of words that two texts have in common (Dice's coefficient). */
function alike(one: Set<string>, other: Set<string>): number {
  if (one.size + other.size === 0) return 0;
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return (2 * common) / (one.size + other.size);
}
