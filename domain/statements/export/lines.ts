import { type Change, wordChanges } from "@/lib/text/words";
import { type Inline, readInline } from "../inline/rules";
import { difference, numbered, type Para } from "../rules";

/** A stretch of words as it is printed in a file; a footnote stands behind no words of its own. */
export type Printed = { text: string; bold: boolean; italics: boolean; href: string; note: string };

/** The words of a paragraph as they are printed: brackets bold, with their signs as drafters write them. */
export function printedRuns(text: string): Printed[] {
  const look = { bold: false, italics: false, href: "", note: "" };
  return runsOf(readInline(text).nodes, look);
}

function runsOf(nodes: readonly Inline[], look: Omit<Printed, "text">): Printed[] {
  return nodes.flatMap((node): Printed[] => {
    if (node.kind === "text") return [{ ...look, text: node.text }];
    if (node.kind === "emphasis") return runsOf(node.children, { ...look, italics: true });
    if (node.kind === "link") return runsOf(node.children, { ...look, href: node.href });
    if (node.kind === "footnote") return [{ ...look, text: "", note: wordsOf(runsOf(node.children, look)) }];
    const bold = { ...look, bold: true };
    const whether = node.options.length === 2 && node.options[1]?.length === 0 && !node.source.includes("|");
    const inside = (whether ? node.options.slice(0, 1) : node.options).flatMap((option, at) => [
      ...(at > 0 ? [{ ...bold, text: "|" }] : []),
      ...runsOf(option, bold),
    ]);
    return [{ ...bold, text: "[" }, ...inside, { ...bold, text: "]" }];
  });
}

/** The words alone, without footnotes. */
export const wordsOf = (runs: readonly Printed[]) => runs.map(({ text }) => text).join("");

/** A paragraph of a file: what stands before it, and its words, each run with what became of it. */
export type Marked = Printed & { change: Change["kind"] };
export type Line = {
  kind: Para["kind"];
  level: 0 | 1 | 2;
  /** What became of the paragraph as a whole. */
  fate: Change["kind"];
  number: { before: string; after: string };
  runs: Marked[];
};

type Text = { title: string; paragraphs: readonly Para[] };

/**
 * The paragraphs of a text with what changed since another one, or, without one, as they are. A paragraph that moved is
 * removed where it stood and added where it stands: taking all changes gives the later text, taking none the earlier.
 */
export function linesOf(after: Text, before: Text | undefined, locale: string): Line[] {
  const numbers = (text: Text | undefined) =>
    new Map(numbered(text?.paragraphs ?? []).map(({ id, number }) => [id, number ?? ""]));
  const [was, is] = [numbers(before), numbers(after)];
  const line = (fate: Change["kind"], paragraph: Para, runs: Marked[]): Line => ({
    kind: paragraph.kind,
    level: paragraph.level ?? 0,
    fate,
    number: {
      before: fate === "added" ? "" : (was.get(paragraph.id) ?? is.get(paragraph.id) ?? ""),
      after: fate === "removed" ? "" : (is.get(paragraph.id) ?? ""),
    },
    runs,
  });
  const whole = (fate: Change["kind"], paragraph: Para) =>
    line(
      fate,
      paragraph,
      printedRuns(paragraph.text).map((run) => ({ ...run, change: fate })),
    );
  if (!before) return after.paragraphs.map((paragraph) => whole("same", paragraph));
  const changes = difference(before.paragraphs, after.paragraphs);
  const moved = new Set(changes.flatMap((one) => ("moved" in one && one.moved ? [one.id] : [])));
  const steady = (paragraphs: readonly Para[]) => paragraphs.filter(({ id }) => !moved.has(id));
  const gone = new Map<string | null, Para[]>();
  let last: string | null = null;
  const kept = new Set(steady(after.paragraphs).map(({ id }) => id));
  for (const paragraph of before.paragraphs) {
    if (kept.has(paragraph.id)) last = paragraph.id;
    else gone.set(last, [...(gone.get(last) ?? []), paragraph]);
  }
  const byId = new Map(before.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const removedBehind = (id: string | null) => (gone.get(id) ?? []).map((one) => whole("removed", one));
  return [
    ...removedBehind(null),
    ...after.paragraphs.flatMap((paragraph): Line[] => {
      const old = moved.has(paragraph.id) ? undefined : byId.get(paragraph.id);
      if (!old) return [whole("added", paragraph)];
      return [
        line("same", paragraph, markedRuns(old.text, paragraph.text, locale)),
        ...removedBehind(paragraph.id),
      ];
    }),
  ];
}

/** The difference of two texts in printed runs: what stayed and came has the look of the later one. */
export function markedRuns(before: string, after: string, locale: string): Marked[] {
  const [old, now] = [signsOf(printedRuns(before)), signsOf(printedRuns(after))];
  const names = new Map<string, string>();
  const text = (signs: Printed[]) => signs.map((sign) => stand(sign, names)).join("");
  let [a, b] = [0, 0];
  const marked = wordChanges(text(old), text(now), locale).flatMap(({ kind, text: { length } }) => {
    const from = kind === "removed" ? old.slice(a, a + length) : now.slice(b, b + length);
    if (kind !== "added") a += length;
    if (kind !== "removed") b += length;
    return from.map((sign): Marked => ({ ...sign, change: kind }));
  });
  return joined(marked);
}

/** One sign each (a unit of UTF-16, as the difference counts), so that looks can be cut anywhere. */
const signsOf = (runs: readonly Printed[]): Printed[] =>
  runs.flatMap((run) => (run.note ? [run] : run.text.split("").map((text) => ({ ...run, text }))));

/** A footnote stands in the comparison as one sign that no text has, the same for the same words. */
function stand({ text, note }: Printed, names: Map<string, string>): string {
  if (!note) return text;
  const known = names.get(note) ?? String.fromCharCode(0xe000 + (names.size % 0x1800));
  names.set(note, known);
  return known;
}

function joined(signs: readonly Marked[]): Marked[] {
  const runs: Marked[] = [];
  for (const sign of signs) {
    const last = runs.at(-1);
    const alike =
      last &&
      !last.note &&
      !sign.note &&
      last.change === sign.change &&
      last.bold === sign.bold &&
      last.italics === sign.italics &&
      last.href === sign.href;
    if (alike) last.text += sign.text;
    else runs.push({ ...sign });
  }
  return runs;
}
