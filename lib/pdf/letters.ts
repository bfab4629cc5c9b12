import unicode from "@fontsource/source-serif-4/unicode.json" with { type: "json" };

/** The parts of the face of PDFs, in the order in which a letter is looked for. */
export const subsets = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"] as const;

/** The letters there are, as CSS says it: "U+0000-00FF,U+0131". */
const ranges = subsets
  .flatMap((subset) => unicode[subset].replaceAll("U+", "").split(","))
  .map((range) => range.split("-").map((end) => Number.parseInt(end, 16)));

/** Whether every letter of a text is in one of the faces; what is not would be printed as another sign. */
export function printable(text: string): boolean {
  return [...text].every((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return ranges.some(([from = 0, to = from]) => from <= point && point <= to);
  });
}
