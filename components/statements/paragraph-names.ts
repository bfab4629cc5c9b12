import { plainWords } from "@/domain/statements/inline/rules";
import { numbered, type Para } from "@/domain/statements/rules";

/** How the paragraphs of a text are spoken of: by their number, or by their first words. */
export function paragraphNames(paragraphs: readonly Para[]) {
  return numbered(paragraphs)
    .filter((one) => one.kind !== "heading")
    .map((one) => {
      const words = plainWords(one.text);
      const short = words.length > 40 ? `${words.slice(0, 40).trimEnd()}…` : words;
      return { value: one.id, label: one.reference ?? short };
    });
}
