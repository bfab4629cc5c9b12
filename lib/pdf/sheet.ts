import PDFDocument from "pdfkit";
import type { Words } from "./clusters";
import { type Element, Pen } from "./pen";

/** What is printed, in order. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; words: Words[]; centred?: boolean }
  | { kind: "paragraph"; words: Words[]; marker?: string; indent?: number; look?: "small" | "centred" }
  | { kind: "list"; items: { marker?: string; words: Words[] }[]; columns?: 1 | 2 };

/** A document as it is printed: every word already chosen, for the drawing knows no language. */
export type Sheet = {
  language: string;
  title: string;
  author: string;
  /** At the head of every page but the first. */
  head: string;
  /** The word before the number of a page. */
  page: string;
  /** When it was made, as the file says. */
  madeAt: Date;
  blocks: Block[];
};

type Column = { left: number; width: number };
type Look = { size: number; centred?: boolean; base: "ltr" | "auto"; marker?: string; hang?: number };

const a4 = { width: 595.28, height: 841.89 };
const margin = { x: 68, top: 72, bottom: 72 };
const whole: Column = { left: margin.x, width: a4.width - 2 * margin.x };
const sizes = { 1: 20, 2: 13, 3: 11 } as const;

/** Draws a tagged PDF (PDF 1.7): headings, paragraphs and lists in the order in which they are read. */
export async function drawnSheet(sheet: Sheet, { compress = true } = {}): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: sheet.language,
    displayTitle: true,
    bufferPages: true,
    compress,
    info: {
      Title: sheet.title,
      Author: sheet.author,
      Creator: "Plenary",
      Producer: "Plenary",
      CreationDate: sheet.madeAt,
    },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  new Drawing(doc).all(sheet);
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

class Drawing {
  private y = margin.top;
  private readonly pen: Pen;

  constructor(private readonly doc: PDFKit.PDFDocument) {
    this.pen = new Pen(doc);
  }

  all(sheet: Sheet) {
    const root = this.doc.struct("Document");
    this.doc.addStructure(root);
    for (const block of sheet.blocks) this.block(block, root);
    root.end();
    this.margins(sheet);
  }

  private block(block: Block, root: Element) {
    if (block.kind === "list") return this.list(block, root);
    if (block.kind === "heading") {
      const size = sizes[block.level];
      this.y += this.y > margin.top ? size : 0;
      // A heading does not stand alone at the foot of a page.
      this.room(size * 1.3 + 72);
      const words = block.words.map((one) => ({ ...one, bold: true }));
      const look: Look = { size, base: "auto", centred: block.centred };
      this.flow(this.child(root, `H${block.level}`), words, look, whole);
      this.y += size * 0.4;
      return;
    }
    const { indent = 0, marker, look } = block;
    const left = whole.left + indent * 24;
    const column = { left, width: whole.width - indent * 24 };
    const size = look === "small" ? 9 : 11;
    const centred = look === "centred";
    const hang = look ? 0 : 28;
    this.flow(this.child(root, "P"), block.words, { size, base: "auto", marker, hang, centred }, column);
    this.y += size * 0.6;
  }

  private list({ items, columns = 1 }: Extract<Block, { kind: "list" }>, root: Element) {
    const list = this.child(root, "L");
    const width = (whole.width - (columns - 1) * 16) / columns;
    let lowest = this.y;
    for (const [at, { marker, words }] of items.entries()) {
      const place = at % columns;
      if (place === 0) {
        this.y = lowest;
        // What stands beside each other begins on one page.
        if (columns > 1) this.room(60);
        lowest = this.y;
      }
      const top = this.y;
      const item = this.child(list, "LI");
      const look: Look = { size: 10, base: "ltr", marker, hang: marker ? 28 : 0 };
      this.flow(this.child(item, "LBody"), words, look, {
        left: whole.left + place * (width + 16),
        width,
      });
      item.end();
      lowest = Math.max(lowest, this.y + (columns > 1 ? 1 : 4));
      if (place < columns - 1) this.y = top;
    }
    list.end();
    this.y = lowest + 4;
  }

  private child(parent: Element, type: string): Element {
    const element = this.doc.struct(type);
    parent.add(element);
    return element;
  }

  /** Sets words into a column, line by line, over the end of a page where need be. */
  private flow(element: Element, words: Words[], look: Look, column: Column) {
    const { size, hang = 0, marker, base, centred } = look;
    const width = column.width - hang;
    const lines = this.pen.lines(words, width, size, base);
    const height = size * 1.5;
    this.room(Math.min(lines.length, 2) * height);
    if (marker) this.marker(element, marker, size, column.left);
    for (const line of lines) {
      this.room(height);
      const place = { x: column.left + hang, y: this.y + size * 1.1 };
      this.pen.line(element, line, size, place, { width, centred });
      this.y += height;
    }
    element.end();
  }

  private marker(element: Element, marker: string, size: number, x: number) {
    const [line] = this.pen.lines([{ text: `${marker} ` }], whole.width, size, "ltr");
    if (line) this.pen.line(element, line, size, { x, y: this.y + size * 1.1 }, whole);
  }

  /** Begins a page where there is no room for so much. */
  private room(height: number) {
    if (this.y + height <= a4.height - margin.bottom) return;
    this.doc.continueOnNewPage();
    this.y = margin.top;
  }

  /** Head and foot of every page, which are not read as part of the text. */
  private margins({ head, page }: Sheet) {
    const { start, count } = this.doc.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.doc.switchToPage(start + at);
      if (at > 0) this.aside(head, 48);
      this.aside(`${page} ${at + 1} / ${count}`, a4.height - 40);
    }
  }

  private aside(text: string, y: number) {
    const [line] = this.pen.lines([{ text }], whole.width, 9, "ltr");
    this.doc.markContent("Artifact", { type: "Pagination" });
    if (line) this.pen.line(undefined, line, 9, { x: whole.left, y }, { ...whole, centred: true });
    this.doc.endMarkedContent();
  }
}
