import { escapeInline } from "../inline/rules";

/** A stretch of words of a document that is read, with what stood out about it; `note` is a footnote behind it. */
export type Run = { text: string; emphasis?: boolean; href?: string; note?: string };

type Sign = { sign: string; emphasis: boolean; href: string; note?: string; role: "plain" | "mark" };

/**
 * The words of a paragraph with our signs in it. Brackets that pair stay brackets, for that is what a drafter means by
 * them, with the bars between; every other sign is made a plain one: a bracket inside another, one that does not close,
 * and those of a link's words or a footnote. What comes out always reads without a problem.
 */
export function inlineOf(runs: readonly Run[]): string {
  const signs = withPairs(signsOf(runs));
  let written = "";
  for (let at = 0; at < signs.length; ) {
    const first = signs[at];
    if (!first) break;
    let end = at + 1;
    while (end < signs.length && alike(first, signs[end])) end += 1;
    const words = signs.slice(at, end).map(({ sign, role }) => (role === "mark" ? sign : escapeInline(sign)));
    written += marked(first, words.join(""));
    at = end;
  }
  return written.trim();
}

function signsOf(runs: readonly Run[]): Sign[] {
  return runs.flatMap(({ text, emphasis = false, href = "", note }) => {
    const address = isAddress(href) ? href : "";
    const signs: Sign[] = [...text].map((sign) => ({ sign, emphasis, href: address, role: "plain" }));
    return note ? [...signs, { sign: "", emphasis: false, href: "", note, role: "mark" as const }] : signs;
  });
}

/** Tells brackets that count from signs that only look like it; what counts is never part of emphasis. */
function withPairs(signs: Sign[]): Sign[] {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  for (const [at, { sign, href }] of signs.entries()) {
    if (href) continue;
    if (sign === "[") open.push(at);
    const begin = sign === "]" ? open.pop() : undefined;
    if (begin !== undefined) pairs.push([begin, at]);
  }
  const outer = pairs.filter(
    ([from, to]) =>
      !pairs.some(([begin, end]) => begin < from && to < end) &&
      signs.slice(from + 1, to).some(({ sign, note }) => note === undefined && !/[\s|]/.test(sign)),
  );
  const marks = new Set(outer.flat());
  const within = (at: number) => outer.some(([from, to]) => from < at && at < to);
  return signs.flatMap((one, at) => {
    const counts = marks.has(at) || (one.sign === "|" && !one.href && within(at));
    const own = counts ? { ...one, emphasis: false, role: "mark" as const } : one;
    // A bracket right before a parenthesis would read as a link, and right behind a caret as a footnote.
    const apart: Sign = { sign: " ", emphasis: false, href: "", role: "plain" };
    const before = marks.has(at) && one.sign === "[" && signs[at - 1]?.sign === "^";
    const after = marks.has(at) && one.sign === "]" && signs[at + 1]?.sign === "(";
    return [...(before ? [apart] : []), own, ...(after ? [apart] : [])];
  });
}

const alike = (one: Sign, other: Sign | undefined) =>
  other !== undefined &&
  one.note === undefined &&
  other.note === undefined &&
  one.emphasis === other.emphasis &&
  one.href === other.href;

/** Words with the signs of what they are; the spaces around them stay outside. */
function marked({ emphasis, href, note }: Sign, words: string): string {
  if (note !== undefined) return `^[${escapeInline(note.trim())}]`;
  const [, before = "", inside = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  if (inside === "" || (!emphasis && !href)) return words;
  const linked = href ? `[${inside}](${href})` : inside;
  return before + (emphasis ? `*${linked}*` : linked) + after;
}

/** Only addresses that our own links may have, and that end where the parenthesis does. */
const isAddress = (href: string) => /^(https?:\/\/|mailto:)[^\s()]+$/i.test(href);
