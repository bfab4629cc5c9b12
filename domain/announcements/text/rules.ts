/**
 * The text of an announcement: a tree from a closed list of nodes and marks, as the editor writes it and as the pages
 * print it. Nothing else is stored, and nothing else would be printed if it were.
 */

export type Mark = { type: "bold" } | { type: "italic" } | { type: "link"; attrs: { href: string } };
export type Inline = { type: "text"; text: string; marks?: Mark[] } | { type: "hardBreak" };
export type Paragraph = { type: "paragraph"; content?: Inline[] };
export type Heading = { type: "heading"; attrs: { level: 2 | 3 }; content?: Inline[] };
export type ListItem = { type: "listItem"; content: (Paragraph | List)[] };
export type List =
  | { type: "bulletList"; content: ListItem[] }
  | { type: "orderedList"; attrs?: { start: number }; content: ListItem[] };
/** Whose words a quote is: a person we know, whose name and office are those of the day; or both as written. */
export type Speaker = { personId: string | null; speaker: string; office: string };
export type Quote = { type: "blockquote"; attrs: Speaker; content: Paragraph[] };
export type Block = Paragraph | Heading | List | Quote;
export type RichBody = { type: "doc"; content: Block[] };

export const emptyBody: RichBody = { type: "doc", content: [] };

/** How much of a text there may be: nested lists go this deep, and this many nodes make the longest text. */
export const most = { depth: 12, nodes: 5_000, characters: 200_000 };

/** Whether a link leads where a reader may be sent: a web page or an address to write to, and nothing that runs. */
export function isSafeLink(href: string): boolean {
  if (!/^(?:https?:\/\/|mailto:)[^\s\p{Cc}"<>\\^`{|}]+$/iu.test(href) || href.length > 2_000) return false;
  try {
    const { protocol, hostname, username, password, pathname } = new URL(href);
    if (protocol === "mailto:") return /^[^@,;?]+@[^@,;?]+$/.test(pathname);
    return hostname !== "" && username === "" && password === "";
  } catch {
    return false;
  }
}

const inlineText = (content: readonly Inline[] = []) =>
  content.map((node) => (node.type === "text" ? node.text : "\n")).join("");

/** The words of a text without their form, a block to a line: for search, feeds and descriptions. */
export function plainText({ content }: RichBody): string {
  return content.flatMap(linesOf).filter(Boolean).join("\n");
}

function linesOf(block: Block): string[] {
  if (block.type === "paragraph" || block.type === "heading") return [inlineText(block.content).trim()];
  if (block.type === "blockquote") return block.content.flatMap(linesOf);
  return block.content.flatMap((item) => item.content.flatMap(linesOf));
}

/** Whose words are quoted in a text, in order. */
export function quotesOf({ content }: RichBody): Speaker[] {
  return content.flatMap((block) => (block.type === "blockquote" ? [block.attrs] : []));
}

/** The people quoted in some texts, each once. */
export function peopleQuoted(bodies: readonly RichBody[]): string[] {
  return [...new Set(bodies.flatMap(quotesOf).flatMap((quote) => quote.personId ?? []))];
}

/** Plain paragraphs as the editor would have written them. */
export function paragraphs(lines: readonly string[]): RichBody {
  const content = lines.map((text): Paragraph => ({ type: "paragraph", content: [{ type: "text", text }] }));
  return { type: "doc", content };
}
