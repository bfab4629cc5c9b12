import type { Holders, Paragraph } from "@/db/schema/statements";
import { bracketsOf, chooseOption, readInline } from "@/domain/statements/inline/rules";
import { wordChanges } from "@/lib/text/words";
import { type Applied, reworded } from "./applying/rules";
import type { Amended, Text } from "./rules";

/**
 * The text with what an amendment would change left open, in brackets: `[old|new]` where it rewords, all of a paragraph
 * where it deletes or puts one in. Whoever proposed and sponsors it holds the new words. Nothing where that cannot be
 * written: in a kind without words of its own, or where a bracket would stand inside another.
 */
export function bracketed(
  text: Text<Paragraph>,
  amendment: Amended,
  by: string[],
  { newId, locale }: { newId: () => string; locale: string },
): Applied<Paragraph> | undefined {
  const { kind, paragraphId, proposal } = amendment;
  const paragraphs = [...text.paragraphs];
  const at = paragraphs.findIndex((one) => one.id === paragraphId);
  const own = paragraphs[at];
  const open = (words: string | undefined) => (words !== undefined && sound(words) ? words : undefined);
  if (kind === "insert_after") {
    const words = open(`[${proposal.text}|]`);
    if (words === undefined) return undefined;
    const { kind: as = "operative", level } = proposal;
    const holders = holding(words, proposal.text ?? "", by);
    paragraphs.splice(at + 1, 0, {
      id: newId(),
      kind: as,
      text: words,
      ...(level ? { level } : {}),
      holders,
    });
  } else if (own && (kind === "delete" || kind === "replace")) {
    const to = kind === "delete" ? "" : (proposal.text ?? "");
    const words = open(kind === "delete" ? `[${own.text}|]` : openWords(own.text, to, locale));
    if (words === undefined) return undefined;
    paragraphs.splice(at, 1, held(own, words, by));
  } else return undefined;
  return { title: text.title, paragraphs, operations: [] };
}

const sound = (text: string) => readInline(text).problems.length === 0;

/** The words with what differs in brackets: as little as can be read both ways, else the whole paragraph. */
export function openWords(from: string, to: string, locale: string): string | undefined {
  const more = oneMoreOption(from, to);
  const tries = [more, inPlaces(from, to, locale), `[${from}|${to}]`];
  return tries.find(
    (words) => words !== undefined && sound(words) && (words === more || readsAs(words, from, to)),
  );
}

/** A bracket that is there already, with one option more, where the proposal is other words in its place. */
function oneMoreOption(from: string, to: string): string | undefined {
  for (const bracket of bracketsOf(from)) {
    const [before, after] = [from.slice(0, bracket.start), from.slice(bracket.end)];
    const fits = to.startsWith(before) && to.endsWith(after) && to.length >= before.length + after.length;
    const said = fits ? to.slice(before.length, to.length - after.length) : "";
    if (fits && !/[[\]|]/.test(said)) return `${before}[${bracket.source}|${said}]${after}`;
  }
  return undefined;
}

/** So few words between two changes do not part them. */
const near = 3;

function inPlaces(from: string, to: string, locale: string): string {
  type Run = { same: string } | { old: string; new: string };
  const runs: Run[] = [];
  for (const { kind, text } of wordChanges(from, to, locale)) {
    const last = runs.at(-1);
    if (kind === "same") {
      runs.push({ same: text });
      continue;
    }
    const before = runs.at(-2);
    if (last && "same" in last && before && "old" in before && last.same.trim().split(/\s+/).length <= near) {
      runs.splice(-2, 2, { old: before.old + last.same, new: before.new + last.same });
    }
    const open = runs.at(-1);
    const change = open && "old" in open ? open : { old: "", new: "" };
    if (change !== open) runs.push(change);
    if (kind === "removed") change.old += text;
    else change.new += text;
  }
  return runs.map((run) => ("same" in run ? run.same : bracketOf(run.old, run.new))).join("");
}

/** White space that both have, or the only one has, stays outside of the signs. */
function bracketOf(old: string, fresh: string): string {
  const said = [old, fresh].filter((one) => one !== "");
  const lead = said.every((one) => /^\s/.test(one)) ? (/^\s+/.exec(said[0] ?? "")?.[0] ?? "") : "";
  const tail = said.every((one) => /\s$/.test(one)) ? (/\s+$/.exec(said[0] ?? "")?.[0] ?? "") : "";
  return `${lead}[${old.trim()}|${fresh.trim()}]${tail}`;
}

/** Whether every bracket that is new settled one way gives the one text, settled the other way the other. */
function readsAs(words: string, from: string, to: string): boolean {
  const added = bracketsOf(words).length - bracketsOf(from).length;
  if (added < 1 || bracketsOf(from).length > 0) return added >= 1 && words === `[${from}|${to}]`;
  const settled = (option: number) => {
    let text = words;
    for (let left = added; left > 0; left--) text = chooseOption(text, 0, option);
    return text;
  };
  return settled(0) === from && settled(1) === to;
}

/** A paragraph with a bracket more, or an option more in one: who holds what is kept, and the new words are held. */
function held(own: Paragraph, words: string, by: string[]): Paragraph {
  const before = bracketsOf(own.text);
  const after = bracketsOf(words);
  const grown = after.find((one) => before.some((old) => one.source.startsWith(`${old.source}|`)));
  const kept = (own.holders ?? []).map((holder) =>
    grown?.source.startsWith(`${holder.bracket}|`) ? { ...holder, bracket: grown.source } : holder,
  );
  const known = new Set(before.map(({ source }) => source));
  const fresh = after
    .filter(({ source }) => !known.has(source))
    .map(({ source, options }) => ({ bracket: source, option: options.length - 1, by }));
  const holders = [...kept, ...fresh];
  return reworded({ ...own, holders }, words);
}

function holding(words: string, option: string, by: string[]): Holders[] {
  return bracketsOf(words).map(({ source, options }) => ({
    bracket: source,
    option: Math.max(0, options.indexOf(option.trim())),
    by,
  }));
}
