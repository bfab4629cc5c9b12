import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineNumberRestartFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type { Locale } from "@/db/enums";
import { printableText } from "@/lib/text/printable";
import type { Para } from "../rules";
import { type Change, TrackedParagraph, trackedRuns } from "./docx-tracked";
import { type Line, linesOf, markedRuns } from "./lines";

export type Exported = {
  locale: Locale;
  title: string;
  paragraphs: readonly Para[];
  /** "English, revision 3", "REV.1". */
  label: string;
  /** The day of the revision, as it is printed. */
  day: string;
  /** The revision that changes are tracked against, with who made them and when. */
  against?: { title: string; paragraphs: readonly Para[]; author: string; at: Date };
  words: { annex: (number: string) => string; pageOf: (page: string, of: string) => string };
};

const languages: Record<Locale, string> = { en: "en-GB", sv: "sv-SE" };
/** Twentieths of a point. */
const indent = 567;

/**
 * A revision as a Word document: numbers as they are computed, brackets bold, footnotes and line numbers Word's own.
 * Against another revision the differences are tracked changes, which whoever opens it can take or refuse.
 */
export async function docxOf(text: Exported): Promise<Buffer> {
  const { locale, title, label, day, against } = text;
  const notes: string[] = [];
  let made = 0;
  const change: Change | undefined = against && {
    next: () => ({ id: ++made, author: against.author, date: against.at.toISOString() }),
  };
  const noted = (note: string) => notes.push(note);
  const heading = against
    ? markedRuns(escaped(against.title), escaped(title), locale)
    : markedRuns(escaped(title), escaped(title), locale);
  const children = [
    new TrackedParagraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      suppressLineNumbers: true,
      children: trackedRuns(heading, change, noted),
    }),
    ...linesOf(text, against, locale).map((line) => paragraphOf(line, text.words, change, noted)),
  ];
  const document = new Document({
    title: printableText(title),
    description: printableText(`${label}, ${day}`),
    styles: {
      default: {
        document: { run: { language: { value: languages[locale] }, font: "Times New Roman", size: 24 } },
      },
    },
    footnotes: Object.fromEntries(
      notes.map((note, at) => [at + 1, { children: [new Paragraph(printableText(note))] }]),
    ),
    sections: [
      {
        properties: { lineNumbers: { countBy: 1, restart: LineNumberRestartFormat.CONTINUOUS } },
        headers: {
          default: new Header({ children: [new Paragraph(printableText(`${title} · ${label} · ${day}`))] }),
        },
        footers: { default: new Footer({ children: [pages(text.words.pageOf)] }) },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

const escaped = (title: string) => title.replace(/[\\*[\]|^]/g, "\\$&");

function paragraphOf(
  line: Line,
  words: Exported["words"],
  change: Change | undefined,
  noted: (note: string) => number,
): Paragraph {
  const printed = (number: string) =>
    number && line.kind === "annex" ? `${words.annex(number)}. ` : number && `${number}\t`;
  const before = printed(line.number.before);
  const after = printed(line.number.after);
  const plain = { bold: false, italics: false, href: "", note: "" };
  const numbers =
    line.fate !== "same" || before === after
      ? [{ ...plain, text: after || before, change: line.fate }]
      : [
          { ...plain, text: before, change: "removed" as const },
          { ...plain, text: after, change: "added" as const },
        ];
  const runs = [...numbers.filter(({ text }) => text !== ""), ...line.runs];
  const fate = line.fate === "same" ? undefined : line.fate;
  return new TrackedParagraph(
    { ...settingOf(line), spacing: { after: 160 }, children: trackedRuns(runs, change, noted) },
    change && fate && { ...change.next(), fate },
  );
}

function settingOf({ kind, level, number }: Line) {
  if (kind === "heading" || kind === "annex")
    return { heading: HeadingLevel.HEADING_2, alignment: AlignmentType.CENTER };
  if (kind === "closing") return { alignment: AlignmentType.CENTER };
  const hangs = number.before !== "" || number.after !== "";
  return hangs
    ? { indent: { left: indent * (level + 1), hanging: indent } }
    : { indent: { firstLine: indent } };
}

/** "Page 2 of 5", counted by Word. */
function pages(pageOf: Exported["words"]["pageOf"]): Paragraph {
  const [page, of] = ["‹page›", "‹of›"];
  const parts = pageOf(page, of).split(/(‹page›|‹of›)/);
  const children = parts.map((part) =>
    part === page ? PageNumber.CURRENT : part === of ? PageNumber.TOTAL_PAGES : part,
  );
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children })] });
}
