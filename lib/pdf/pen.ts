import { type Cluster, clustersOf, type Words } from "./clusters";
import { type Fragment, linesOf, type Measure, placed } from "./lines";

export type Element = ReturnType<PDFKit.PDFDocument["struct"]>;

/** Points from the left and from the top, to the line that letters stand on. */
type Place = { x: number; y: number };

const ink = "#1c2421";
const quiet = "#4d5a55";

/** Sets lines of words into a document: knows the faces, and nothing of pages. */
export class Pen {
  private readonly widths = new Map<string, number>();

  constructor(private readonly doc: PDFKit.PDFDocument) {}

  /** The lines of words in a width, each with the level of its direction. */
  lines(words: readonly Words[], width: number, size: number, base: "ltr" | "auto") {
    const measure = this.measure(size);
    return atBreaks(words).flatMap((source) => {
      const { clusters, level } = clustersOf(source, base, this.has);
      return linesOf(clusters, width, measure).map((line) => ({ line, level }));
    });
  }

  /** Sets a line as part of an element of the structure, or, without one, of what is marked already. */
  line(element: Element | undefined, { line, level }: Line, size: number, { x, y }: Place, room: Room) {
    const { fragments, width, shift } = placed(line, level, this.measure(size));
    const free = room.width - width;
    const from = x + (room.centred ? free / 2 : level % 2 === 1 ? free + shift : 0);
    for (const one of fragments) if (one.text) this.fragment(element, one, size, { x: from + one.x, y });
  }

  /** The parts of a link are one link each: a viewer marks where a line of it stands. */
  private fragment(element: Element | undefined, fragment: Fragment, size: number, { x, y }: Place) {
    const { actual, words, width } = fragment;
    const set = () => {
      if (actual) this.doc.markContent("Span", { actual });
      this.letters(fragment, size, { x, y: y - (words.raised ? size * 0.35 : 0) });
      if (actual) this.doc.endMarkedContent();
    };
    const { href } = words;
    if (!element) return set();
    if (!href) return element.add(set);
    const link = this.doc.struct("Link");
    element.add(link);
    link.add(() => {
      set();
      // A text in the file's own sense: a bare string would be written as a name.
      const box = { structParent: link, Contents: new String(href) };
      this.doc.link(x, y - size, width, size * 1.3, href, box as unknown as PDFKit.Mixins.AnnotationOption);
    });
    link.end();
  }

  private letters({ text, file, words }: Fragment, size: number, { x, y }: Place) {
    this.doc
      .fillColor(size < 10 ? quiet : ink)
      .font(file)
      .fontSize(sizeOf(words, size))
      // With features, even none, a run is shaped whole: letters of Arabic join across the words of a run.
      .text(text, x, y, { lineBreak: false, baseline: "alphabetic", features: [] });
  }

  private measure(size: number): Measure {
    return (text, file, words) => {
      const key = `${file} ${text}`;
      const known = this.widths.get(key);
      const wide = known ?? this.doc.font(file).fontSize(100).widthOfString(text, { features: [] });
      this.widths.set(key, wide);
      return (wide * sizeOf(words, size)) / 100;
    };
  }

  private readonly has = (file: string, point: number): boolean => {
    // What it is asked of is not in the types of pdfkit: the font as fontkit has read it.
    const { _font } = this.doc.font(file) as unknown as {
      _font: { font: { hasGlyphForCodePoint(point: number): boolean } };
    };
    return _font.font.hasGlyphForCodePoint(point);
  };
}

type Line = { line: readonly Cluster[]; level: number };
type Room = { width: number; centred?: boolean };

const sizeOf = ({ raised, scale = 1 }: Words, size: number) => size * (raised ? 0.65 : scale);

/** Words by the lines they were written in. */
function atBreaks(words: readonly Words[]): Words[][] {
  const lines: Words[][] = [[]];
  for (const one of words) {
    for (const [at, text] of one.text.split(/\r?\n/).entries()) {
      if (at > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ ...one, text });
    }
  }
  return lines;
}
