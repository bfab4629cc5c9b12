/**
 * The text of an announcement: a tree from a closed list of nodes and marks, as the editor writes it and as the pages
 * print it. Nothing else is stored, and nothing else would be printed if it were.
 */

export type Mark = { type: "bold" } | { type: "italic" } | { type: "link"; attrs: { href: string } };
export type Inline = { type: "text"; text: string; marks?: Mark[] } | { type: "hardBreak" };
/**
 * What a block of a text is known by: its id, which it keeps for good, and in a translation the block of the original
 * whose words it says. Blocks inside of blocks have neither.
 */
export type Known = { id?: string; of?: string };
export type Paragraph = { type: "paragraph"; attrs?: Known; content?: Inline[] };
export type Heading = { type: "heading"; attrs: { level: 2 | 3 } & Known; content?: Inline[] };
export type ListItem = { type: "listItem"; content: (Paragraph | List)[] };
export type List =
  | { type: "bulletList"; attrs?: Known; content: ListItem[] }
  | { type: "orderedList"; attrs?: { start?: number } & Known; content: ListItem[] };
/** Whose words a quote is: a person we know, whose name and office are those of the day; or both as written. */
export type Speaker = { personId: string | null; speaker: string; office: string };
export type Quote = { type: "blockquote"; attrs: Speaker & Known; content: Paragraph[] };
/** A picture of the library, with what it shows in this language and whose it is. */
export type Cover = { mediaId: string; alt: string; credit: string };
export type Picture = { type: "image"; attrs: Cover & Known };
/** A film: of the library, or a plain link to where it is; never somebody else's player in the page. */
export type Video = { type: "video"; attrs: { mediaId: string | null; href: string; title: string } & Known };
export type Attachment = { type: "file"; attrs: { mediaId: string; label: string } & Known };
/** Facts as they were on a day; made of what was known, and words like any others from then on. */
export type FactBox = {
  type: "factBox";
  attrs: { title: string; asOf: string } & Known;
  content: (Paragraph | List)[];
};
/** A text that is used again, in the version it was taken in. */
export type Reused = { type: "boilerplate"; attrs: { boilerplateId: string; version: number } & Known };
export type Block = Paragraph | Heading | List | Quote | Picture | Video | Attachment | FactBox | Reused;
export type RichBody = { type: "doc"; content: Block[] };

/** The words of one language's edition. */
export type EditionText = {
  title: string;
  lead: string;
  body: RichBody;
  dateline: string;
  pressContact: string;
  authors: string[];
  cover: Cover | null;
};

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

/** The words of a block, a line for each part of it; a picture has none of its own. */
export function linesOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [inlineText(block.content).trim()];
    case "blockquote":
      return block.content.flatMap(linesOf);
    case "bulletList":
    case "orderedList":
      return block.content.flatMap((item) => item.content.flatMap(linesOf));
    case "factBox":
      return [block.attrs.title, ...block.content.flatMap(linesOf)];
    case "video":
      return [block.attrs.title];
    case "file":
      return [block.attrs.label];
    default:
      return [];
  }
}

/** Whose words are quoted in a text, in order. */
export function quotesOf({ content }: RichBody): Speaker[] {
  return content.flatMap((block) => (block.type === "blockquote" ? [block.attrs] : []));
}

/** The people quoted in some texts, each once. */
export function peopleQuoted(bodies: readonly RichBody[]): string[] {
  return [...new Set(bodies.flatMap(quotesOf).flatMap((quote) => quote.personId ?? []))];
}

/** The pictures, films and files that a text shows, each once; with the cover. */
export function mediaIn({ content }: RichBody, cover: Cover | null = null): string[] {
  const shown = content.flatMap((block) =>
    block.type === "image" || block.type === "video" || block.type === "file"
      ? (block.attrs.mediaId ?? [])
      : [],
  );
  return [...new Set([...(cover ? [cover.mediaId] : []), ...shown])];
}

/** Which texts that are used again stand in a text, in which version. */
export function reusedIn({ content }: RichBody): Reused["attrs"][] {
  return content.flatMap((block) => (block.type === "boilerplate" ? [block.attrs] : []));
}

/** Whether a film can be watched where a link leads: a page of the web that is reached safely. */
export const isVideoLink = (href: string) => isSafeLink(href) && href.toLowerCase().startsWith("https://");

/** Plain paragraphs as the editor would have written them. */
export function paragraphs(lines: readonly string[]): RichBody {
  const content = lines.map((text): Paragraph => ({ type: "paragraph", content: [{ type: "text", text }] }));
  return { type: "doc", content };
}
