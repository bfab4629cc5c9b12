import type { Locale, Localized } from "@/db/enums";
import { printed, type Quoted } from "@/domain/announcements/speaker/rules";
import { isSafeLink, type RichBody, type Speaker } from "@/domain/announcements/text/rules";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import type { Words } from "@/lib/pdf/clusters";
import type { Block, Sheet } from "@/lib/pdf/sheet";
import { formatDay } from "@/lib/time";
import { withAddress } from "./printed-words";

/** A node of a text, also of a kind that only its editor knows. */
type Node = {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: Node[];
};

/** An announcement as it is printed for the press. */
export type Printed = {
  locale: Locale;
  title: string;
  lead: string;
  body: RichBody;
  pressContact: string;
  speakers: readonly Quoted[];
  /** The day it was first public, whose offices are printed. */
  day: string;
  /** Where it can be read. */
  address: string;
  /** Until when it may not be used, said in its zones; stands before everything else. */
  embargo?: readonly string[];
  group: { name: Localized; boilerplate: Localized; acronym: string };
  madeAt: Date;
};

/** An announcement on paper, all of it in the language of its text. */
export function printedAnnouncement(piece: Printed): Sheet {
  const { locale, title, lead, body, day, address, group, madeAt } = piece;
  const name = pick(group.name, locale).text;
  const t = words(locale, "announcements");
  const about = pick(group.boilerplate, locale).text;
  return {
    language: locale,
    title,
    author: name,
    head: `${name} · ${title}`,
    page: words(locale, "statements")("page"),
    madeAt,
    blocks: [
      ...embargoOf(piece),
      small(`${name} · ${formatDay(day, locale)}`),
      heading(1, title),
      ...(lead ? [{ kind: "paragraph" as const, words: [{ text: lead, bold: true }] }] : []),
      ...(body.content as Node[]).flatMap((node) => blocksOf(node, piece)),
      ...(about ? [heading(3, t("about", { acronym: group.acronym })), small(about)] : []),
      ...(piece.pressContact ? [heading(3, t("pressContact")), small(piece.pressContact)] : []),
      { kind: "paragraph", look: "small", words: withAddress(address, address) },
    ],
  };
}

/** The same as plain text, for whoever copies from it. */
export function plainAnnouncement(piece: Printed): string {
  const lines = printedAnnouncement(piece).blocks.map((block) =>
    block.kind === "list"
      ? block.items.map(({ marker, words: item }) => `${marker ?? "–"} ${textOf(item)}`).join("\n")
      : textOf(block.words),
  );
  return `${lines.join("\n\n")}\n`;
}

function embargoOf({ embargo = [], locale }: Printed): Block[] {
  if (embargo.length === 0) return [];
  const t = words(locale, "press");
  const until = embargo.map((text): Block => ({ kind: "paragraph", words: [{ text, bold: true }] }));
  return [heading(2, t("banner")), small(t("kit.until")), ...until];
}

const textOf = (all: readonly Words[]) => all.map((one) => one.text).join("");
const small = (text: string): Block => ({ kind: "paragraph", look: "small", words: [{ text }] });
const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: "heading", level, words: [{ text }] });

/** What a node of the text is on paper. Pictures are files beside it; what is not known here is left out. */
function blocksOf(node: Node, piece: Printed): Block[] {
  const { type, attrs = {}, content = [] } = node;
  if (type === "paragraph") return [{ kind: "paragraph", words: inline(content) }];
  if (type === "heading")
    return [{ kind: "heading", level: attrs.level === 3 ? 3 : 2, words: inline(content) }];
  if (type === "bulletList" || type === "orderedList") return [{ kind: "list", items: itemsOf(node) }];
  if (type === "blockquote") return quoted(node, piece);
  if (type === "factBox")
    return [
      ...(attrs.title ? [heading(3, String(attrs.title))] : []),
      ...content.flatMap((one) => blocksOf(one, piece)),
    ];
  if (type === "video" && typeof attrs.href === "string" && isSafeLink(attrs.href))
    return [{ kind: "paragraph", words: [{ text: String(attrs.title || attrs.href), href: attrs.href }] }];
  return [];
}

function itemsOf({ type, attrs, content = [] }: Node): Extract<Block, { kind: "list" }>["items"] {
  const start = Number(attrs?.start ?? 1);
  return content.flatMap((item, index) => {
    const parts = item.content ?? [];
    const own = parts.filter((part) => part.type === "paragraph").flatMap((part) => inline(part.content));
    const below = parts.filter((part) => part.type !== "paragraph").flatMap(itemsOf);
    return [{ marker: type === "orderedList" ? `${start + index}.` : "–", words: own }, ...below];
  });
}

function quoted({ attrs, content = [] }: Node, { locale, speakers, day }: Printed): Block[] {
  const { name, office, title } = printed(attrs as Speaker, speakers, day);
  const who = [name, office || (title && pick(title, locale).text)].filter(Boolean).join(", ");
  return [
    ...content.map((part): Block => ({ kind: "paragraph", indent: 1, words: inline(part.content, true) })),
    ...(who ? [{ kind: "paragraph" as const, indent: 1, words: [{ text: `— ${who}` }] }] : []),
  ];
}

function inline(content: readonly Node[] = [], italic = false): Words[] {
  return content.map(({ type, text = "", marks = [] }) => {
    if (type === "hardBreak") return { text: "\n" };
    const has = (name: string) => marks.some((mark) => mark.type === name);
    const href = marks.find((mark) => mark.type === "link")?.attrs?.href;
    return {
      text,
      ...(has("bold") && { bold: true }),
      ...((has("italic") || italic) && { italic: true }),
      ...(typeof href === "string" && isSafeLink(href) && { href }),
    };
  });
}
