import { difference, type ParagraphChange } from "@/domain/statements/rules";
import { bare, placed } from "../blocks/rules";
import { type Block, type EditionText, linesOf, type Reused } from "../text/rules";

/** The words of an edition that stand outside of its body, and the forms of block in it. */
export type PartKind = "title" | "lead" | "cover" | "dateline" | "authors" | "pressContact" | Block["type"];

/** A part of an edition as two are compared: its words, and the whole of its form as one line. */
export type ComparedPart = { id: string; kind: PartKind; text: string; form: string };

/** What became of a part; `formOnly` where its words stand and something else of it changed. */
export type PartChange = ParagraphChange<ComparedPart> & { formOnly?: boolean };

/**
 * The difference of two revisions of one language: the title, the lead and what else stands around the body, and the
 * body block by block, each known by the id it keeps for good. `reusedWords` gives the words of a text that is used
 * again. Words inside are compared where they are shown.
 */
export function changesBetween(
  before: EditionText,
  after: EditionText,
  reusedWords: (held: Reused["attrs"]) => string,
): PartChange[] {
  return difference(partsOf(before, reusedWords), partsOf(after, reusedWords)).map((change): PartChange => {
    if (change.kind !== "same" || change.before.form === change.after.form) return change;
    return { ...change, kind: "changed", formOnly: true };
  });
}

function partsOf(edition: EditionText, reusedWords: (held: Reused["attrs"]) => string): ComparedPart[] {
  const { cover } = edition;
  const around = (kind: PartKind, text: string, form = ""): ComparedPart[] =>
    text || form ? [{ id: kind, kind, text, form }] : [];
  return [
    ...around("title", edition.title),
    ...around("lead", edition.lead),
    ...(cover ? around("cover", shownWords(cover), JSON.stringify(cover)) : []),
    ...around("authors", edition.authors.join(", ")),
    ...around("dateline", edition.dateline),
    ...placed(edition.body).content.map((block) => ({
      id: `block ${block.attrs?.id}`,
      kind: block.type,
      text: wordsOf(block, reusedWords),
      form: JSON.stringify(bare(block)),
    })),
    ...around("pressContact", edition.pressContact),
  ];
}

const shownWords = ({ alt, credit }: { alt: string; credit: string }) =>
  [alt, credit].filter(Boolean).join("\n");

/** The words of a block and what else a reader is told by it: where links lead, whose words a quote is. */
function wordsOf(block: Block, reusedWords: (held: Reused["attrs"]) => string): string {
  const lines = linesOf(withLinks(block));
  switch (block.type) {
    case "image":
      return shownWords(block.attrs);
    case "boilerplate":
      return reusedWords(block.attrs);
    case "video":
      return [...lines, block.attrs.href].filter(Boolean).join("\n");
    case "blockquote":
      return [...lines, [block.attrs.speaker, block.attrs.office].filter(Boolean).join(", ")]
        .filter(Boolean)
        .join("\n");
    default:
      return lines.join("\n");
  }
}

/** The same node with the address of each link written after its words: a link that leads elsewhere is a change. */
function withLinks<N>(node: N): N {
  const { type, text, marks, content } = node as {
    type: string;
    text?: string;
    marks?: { type: string; attrs?: { href: string } }[];
    content?: unknown[];
  };
  if (type === "text") {
    const link = marks?.find((mark) => mark.type === "link");
    return link ? { ...node, text: `${text} <${link.attrs?.href}>` } : node;
  }
  return content ? { ...node, content: content.map(withLinks) } : node;
}
