import type { ParagraphKind } from "@/db/enums";
import { bracketsOf, type OptionHolders, openBrackets } from "../inline/rules";
import { numbered } from "../rules";

type Paragraph = {
  id: string;
  kind: ParagraphKind;
  text: string;
  level?: 1 | 2;
  holders?: OptionHolders[];
};

/** An open bracket as it is shown: where it stands, and each option with who holds it. */
export type OpenBracket = {
  paragraphId: string;
  /** How its paragraph is spoken of, where it has a number. */
  reference: string | null;
  text: string;
  index: number;
  source: string;
  options: { words: string; by: string[] }[];
};

/** Every open bracket of a text, in order. */
export function openBracketsOf(paragraphs: readonly Paragraph[]): OpenBracket[] {
  return numbered(paragraphs).flatMap(({ id, reference, text, holders = [] }) =>
    bracketsOf(text).map(({ index, source, options }) => ({
      paragraphId: id,
      reference,
      text,
      index,
      source,
      options: options.map((words, option) => ({
        words,
        by: holders.filter((one) => one.bracket === source && one.option === option).flatMap((one) => one.by),
      })),
    })),
  );
}

/** How many brackets and options are open in each revision, in the order of their numbers. */
export function countsByRevision(
  revisions: readonly { number: number; texts: readonly { text: string }[] }[],
): { number: number; brackets: number; options: number }[] {
  return revisions
    .map(({ number, texts }) => ({ number, ...openBrackets(texts) }))
    .toSorted((a, b) => a.number - b.number);
}

/**
 * Who holds what after the words of a paragraph changed: a bracket whose words were edited where it stands keeps its
 * holders. What matches no bracket at the moment, while one is being typed, is kept until it is saved.
 */
export function carriedHolders(
  before: string,
  after: string,
  holders: readonly OptionHolders[],
): OptionHolders[] {
  const [was, is] = [bracketsOf(before), bracketsOf(after)];
  if (was.length !== is.length) return [...holders];
  const renamed = new Map(was.map(({ source }, at) => [source, is[at]?.source ?? source]));
  return holders.map((one) => ({ ...one, bracket: renamed.get(one.bracket) ?? one.bracket }));
}
