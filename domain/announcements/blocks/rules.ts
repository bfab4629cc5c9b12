import type { Block, Known, RichBody } from "../text/rules";

/**
 * The blocks of a text by what they are known by. Ids are kept for good: a translation says of which block of the
 * original each of its own is, and so only what changed in the original is stale.
 */

/** A block without what it is known by: its words and its form, always in the same order. */
export function bare(block: Block): Block {
  return withAttrs(block, ownAttrs(block));
}

/** A block known by something else. */
export function known<B extends Block>(block: B, { id, of }: Known): B {
  return withAttrs(block, { ...ownAttrs(block), ...(id ? { id } : {}), ...(of ? { of } : {}) });
}

function ownAttrs({ attrs }: Block) {
  const { id: _, of: __, ...own } = (attrs ?? {}) as Known & Record<string, unknown>;
  return own;
}

function withAttrs<B extends Block>(block: B, attrs: object): B {
  const { type, content } = block as { type: string; content?: unknown };
  const some = Object.keys(attrs).length > 0;
  return { type, ...(some ? { attrs } : {}), ...(content === undefined ? {} : { content }) } as B;
}

/** The same text with an id on every block: those that are missing or taken twice are given by `fresh`. */
export function identified({ content }: RichBody, fresh: (place: number) => string): RichBody {
  const taken = new Set<string>();
  const blocks = content.map((block, index) => {
    const own = block.attrs?.id;
    let id = own !== undefined && !taken.has(own) ? own : fresh(index);
    while (taken.has(id)) id = `${id}-${index}`;
    taken.add(id);
    return known(block, { id, of: block.attrs?.of });
  });
  return { type: "doc", content: blocks };
}

/** A text that was written before its blocks had ids: each is known by its place, until it is saved anew. */
export const placed = (body: RichBody) => identified(body, (place) => `b${place + 1}`);

/** Whether a block says or shows anything: an empty line is nothing to translate. */
export function isSaid(block: Block): boolean {
  if (block.type !== "paragraph" && block.type !== "heading") return true;
  return (block.content ?? []).some((node) => node.type === "text" && node.text.trim() !== "");
}

/**
 * A translation whose blocks say which of the original they are. One that says so nowhere is held against the original
 * in order: a block is of the next one of its form.
 */
export function paired(original: RichBody, translation: RichBody): RichBody {
  if (translation.content.some((block) => block.attrs?.of)) return translation;
  let next = 0;
  const content = translation.content.map((block) => {
    if (!isSaid(block)) return block;
    const found = original.content.findIndex(
      (one, place) => place >= next && isSaid(one) && formOf(one) === formOf(block),
    );
    if (found < 0) return block;
    next = found + 1;
    return known(block, { id: block.attrs?.id, of: original.content[found]?.attrs?.id });
  });
  return { type: "doc", content };
}

const formOf = (block: Block) => (block.type === "heading" ? `heading${block.attrs.level}` : block.type);

/** Blocks of a translation beside the block of the original they say; those of none stand where they are, alone. */
export type Pair = { key: string; original: Block | undefined; translation: Block[] };

/** A translation in the order of the original, block by block. */
export function pairs(original: RichBody, translation: RichBody): Pair[] {
  const said = original.content.filter(isSaid);
  const ids = new Set(said.map((block) => block.attrs?.id));
  const rows = said.map((block): Pair => {
    const key = block.attrs?.id ?? "";
    return {
      key,
      original: block,
      translation: translation.content.filter(({ attrs }) => attrs?.of === key),
    };
  });
  let after: string | undefined;
  for (const block of translation.content) {
    const { id = "", of } = block.attrs ?? {};
    if (of && ids.has(of)) after = of;
    else if (isSaid(block)) {
      const at = after === undefined ? 0 : rows.findIndex(({ key }) => key === after) + 1;
      rows.splice(at, 0, { key: id, original: undefined, translation: [block] });
      after = id;
    }
  }
  return rows;
}
