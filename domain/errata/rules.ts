import { plainWords } from "../statements/inline/rules";

/** Whether some words stand in a paragraph as it is read, without its signs. */
export function occursIn(says: string, paragraph: { text: string } | undefined): boolean {
  return paragraph !== undefined && squeezed(plainWords(paragraph.text)).includes(squeezed(says));
}

/** An erratum is of the text it names: what a translation no longer says is no mistake of it any more. */
export function standsIn(
  erratum: { paragraphId: string; says: string },
  paragraphs: readonly { id: string; text: string }[],
): boolean {
  return occursIn(
    erratum.says,
    paragraphs.find((one) => one.id === erratum.paragraphId),
  );
}

const squeezed = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();
