import type { Locale } from "@/db/enums";
import { numberedFootnotes, readInline } from "@/domain/statements/inline/rules";
import { numbered, type Para } from "@/domain/statements/rules";
import { words } from "@/lib/i18n/words";
import type { Block } from "@/lib/pdf/sheet";
import { noteSign, printedWords } from "./printed-words";

type Text = { locale: Locale; paragraphs: readonly Para[] };

/** The paragraphs of a statement as they are printed, numbered as on the screen; `notes` are the signs of reservations. */
export function printedText(
  { locale, paragraphs }: Text,
  notes: ReadonlyMap<string, { number: number }[]> = new Map(),
): Block[] {
  const t = words(locale, "statements.text");
  const met = { met: 0 };
  return numbered(paragraphs).map(({ id, kind, text, number, level }): Block => {
    const said = (notes.get(id) ?? []).map((note) => noteSign(`[${note.number}]`));
    const italic = kind === "closing";
    const own = [...printedWords(readInline(text).nodes, met, italic ? { italic } : {}), ...said];
    if (kind === "heading") return { kind: "heading", level: 2, centred: true, words: own };
    if (kind === "annex") {
      const name = { text: `${t("annex", { number: number ?? "" })}\n`, scale: 0.8 };
      return { kind: "heading", level: 2, centred: true, words: [name, ...own] };
    }
    if (kind === "closing") return { kind: "paragraph", look: "centred", words: own };
    return { kind: "paragraph", words: own, indent: level ?? 0, ...(number && { marker: number }) };
  });
}

/** The footnotes of a text, at its end. */
export function printedNotes({ locale, paragraphs }: Text): Block[] {
  const notes = numberedFootnotes(paragraphs);
  const items = notes.map(({ number, nodes }) => ({
    marker: String(number),
    words: printedWords(nodes, { met: notes.length }),
  }));
  return printedSection(words(locale, "statements.text")("notes"), items);
}

/** A list under its heading; nothing where the list is empty. */
export function printedSection(title: string, items: Extract<Block, { kind: "list" }>["items"]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", level: 2, words: [{ text: title }] },
    { kind: "list", items },
  ];
}
