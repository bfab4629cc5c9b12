import {
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReference,
  InsertedTextRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
  XmlAttributeComponent,
  XmlComponent,
} from "docx";
import { printableText } from "@/lib/text/printable";
import type { Marked } from "./lines";

/** Who made a change and when, each with a number of its own. */
type Made = { id: number; author: string; date: string };
export type Change = { next: () => Made };

/** Runs as Word has them, tracked where they changed; `noted` keeps a footnote and answers its number. */
export function trackedRuns(
  runs: readonly Marked[],
  change: Change | undefined,
  noted: (note: string) => number,
): ParagraphChild[] {
  return runs.map((run) => {
    const content = run.note
      ? { children: [new FootnoteReference(noted(run.note))], style: "FootnoteReference" }
      : { children: lines(printableText(run.text)) };
    const look = {
      ...content,
      ...(run.bold ? { bold: true } : {}),
      ...(run.italics ? { italics: true } : {}),
      ...(run.href && !run.note ? { style: "Hyperlink" } : {}),
    };
    const own =
      !change || run.change === "same"
        ? new TextRun(look)
        : run.change === "added"
          ? new InsertedTextRun({ ...look, ...change.next() })
          : new DeletedTextRun({ ...look, ...change.next() });
    return run.href && !run.note ? new ExternalHyperlink({ link: run.href, children: [own] }) : own;
  });
}

/** Word knows no line ends inside of words: each is an element. */
function lines(text: string): (string | Break)[] {
  return text.split("\n").flatMap((line, at) => (at === 0 ? [line] : [new Break(), line]));
}

class Break extends XmlComponent {
  constructor() {
    super("w:br");
  }
}

class MadeAttributes extends XmlAttributeComponent<Made> {
  protected override readonly xmlKeys = { id: "w:id", author: "w:author", date: "w:date" };
}

class Element extends XmlComponent {
  constructor(name: string, inside: XmlComponent | MadeAttributes) {
    super(name);
    this.root.push(inside);
  }
}

/** A paragraph that may have come or gone as a whole: then its end is tracked too, or an empty one would stay behind. */
export class TrackedParagraph extends Paragraph {
  constructor(options: IParagraphOptions, made?: Made & { fate: "added" | "removed" }) {
    super(options);
    if (!made) return;
    const { fate, ...own } = made;
    const mark = new Element(fate === "added" ? "w:ins" : "w:del", new MadeAttributes(own));
    const [properties] = this.root;
    if (properties instanceof XmlComponent) properties.addChildElement(new Element("w:rPr", mark));
  }
}
