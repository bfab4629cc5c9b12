/**
 * The words of a paragraph and what stands in them: `*emphasis*`, `[words](https://…)`, `^[a footnote]`, and text not
 * yet agreed in square brackets, as drafters write it: `[by 2030|by 2035|]`, the options between bars, an empty one
 * being "no text". A bracket of one option leaves open whether there is any text. A backslash before `* [ ] | ^ \` makes
 * the sign a plain one.
 */

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "emphasis"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] }
  | { kind: "footnote"; children: Inline[] }
  /** `index` counts the brackets of the paragraph; `source` is what stands between the signs, as it was typed. */
  | { kind: "bracket"; index: number; source: string; options: Inline[][] };

export type InlineProblem = "unbalanced_bracket" | "nested_bracket" | "bad_link";

/** A passage not yet agreed: its place in the text (offsets of UTF-16 units, signs included) and its options. */
export type Bracket = { index: number; source: string; options: string[]; start: number; end: number };

/** Who holds one option of a bracket, by ids of organisations; the bracket is named by its words. */
export type OptionHolders = { bracket: string; option: number; by: string[] };

/** What stands in a paragraph once read, and what is wrong with it; what is wrong is shown as plain words. */
export function readInline(text: string): { nodes: Inline[]; problems: InlineProblem[] } {
  return read(text, { brackets: 0 });
}

/** `met` counts the brackets of the whole paragraph, also of what stands inside of emphasis. */
function read(text: string, met: { brackets: number }): { nodes: Inline[]; problems: InlineProblem[] } {
  const problems: InlineProblem[] = [];
  const nodes: Inline[] = [];
  let words = "";
  const flush = () => {
    if (words) nodes.push({ kind: "text", text: words });
    words = "";
  };
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? "";
    if (sign === "\\" && isSign(text[at + 1])) {
      words += text[at + 1];
      at += 2;
    } else if (sign === "*") {
      const end = closing(text, at + 1, "*");
      if (end > at + 1 && !/\s/.test(text[at + 1] ?? "")) {
        flush();
        const inside = read(text.slice(at + 1, end), met);
        problems.push(...inside.problems);
        nodes.push({ kind: "emphasis", children: inside.nodes });
        at = end + 1;
      } else {
        words += sign;
        at += 1;
      }
    } else if (sign === "[" || (sign === "^" && text[at + 1] === "[")) {
      const begin = sign === "^" ? at + 2 : at + 1;
      const end = closing(text, begin, "]");
      const inside = text.slice(begin, end);
      if (end < 0) {
        problems.push("unbalanced_bracket");
        words += text.slice(at, begin);
        at = begin;
        continue;
      }
      const nested = opens(inside);
      if (nested) problems.push("nested_bracket");
      const address = sign === "[" ? linkAfter(text, end + 1) : undefined;
      flush();
      if (sign === "^") {
        nodes.push({ kind: "footnote", children: readInline(inside).nodes });
        at = end + 1;
      } else if (address) {
        if (!isAddress(address.href)) problems.push("bad_link");
        const children = readInline(inside).nodes;
        if (isAddress(address.href)) nodes.push({ kind: "link", href: address.href, children });
        else nodes.push(...children);
        at = address.end;
      } else {
        const options = optionsOf(inside).map((option) => readInline(option).nodes);
        nodes.push({ kind: "bracket", index: met.brackets++, source: inside, options });
        at = end + 1;
      }
    } else {
      if (sign === "]") problems.push("unbalanced_bracket");
      words += sign;
      at += 1;
    }
  }
  flush();
  return { nodes, problems: [...new Set(problems)] };
}

/** The brackets of a paragraph, in order. */
export function bracketsOf(text: string): Bracket[] {
  const found: Bracket[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "^" && text[at + 1] === "[") {
      const end = closing(text, at + 2, "]");
      if (end >= 0) at = end;
    } else if (text[at] === "[") {
      const end = closing(text, at + 1, "]");
      if (end < 0) continue;
      const address = linkAfter(text, end + 1);
      if (!address) {
        const source = text.slice(at + 1, end);
        found.push({ index: found.length, source, options: optionsOf(source), start: at, end: end + 1 });
      }
      at = address ? address.end - 1 : end;
    }
  }
  return found;
}

/** The footnotes of a paragraph, in the order in which they are met; those in options of brackets too. */
export function footnotesOf(text: string): Inline[][] {
  const met = (nodes: Inline[]): Inline[][] =>
    nodes.flatMap((node) => {
      if (node.kind === "text") return [];
      if (node.kind === "bracket") return node.options.flatMap(met);
      return node.kind === "footnote" ? [node.children] : met(node.children);
    });
  return met(readInline(text).nodes);
}

/** The footnotes of a text, numbered through, by paragraph. */
export function numberedFootnotes(paragraphs: readonly { id: string; text: string }[]) {
  let number = 0;
  return paragraphs.flatMap(({ id, text }) =>
    footnotesOf(text).map((nodes) => {
      number += 1;
      return { paragraphId: id, number, nodes };
    }),
  );
}

/** How much of a text is not agreed: brackets, and all their options together. */
export function openBrackets(paragraphs: readonly { text: string }[]) {
  const all = paragraphs.flatMap(({ text }) => bracketsOf(text));
  return { brackets: all.length, options: all.reduce((sum, one) => sum + one.options.length, 0) };
}

/** The text with one bracket settled: the option stands in its place, and no gap is left where it is "no text". */
export function chooseOption(text: string, index: number, option: number): string {
  const bracket = bracketsOf(text)[index];
  const chosen = bracket?.options[option];
  if (!bracket || chosen === undefined) return text;
  const before = text.slice(0, bracket.start);
  const after = text.slice(bracket.end);
  if (chosen !== "") return before + chosen + after;
  if (/^[ \t]*([.,;:!?)]|$)/.test(after)) return before.replace(/[ \t]+$/, "") + after.replace(/^[ \t]+/, "");
  return /(^|\s)$/.test(before) ? before + after.replace(/^[ \t]+/, "") : before + after;
}

/** The words alone, without signs: for searching and for short mentions. A bracket keeps its signs. */
export function plainWords(text: string): string {
  const said = (nodes: Inline[]): string =>
    nodes
      .map((node) => {
        if (node.kind === "text") return node.text;
        if (node.kind === "footnote") return "";
        if (node.kind === "bracket") return `[${node.options.map(said).join(" / ")}]`;
        return said(node.children);
      })
      .join("");
  return said(readInline(text).nodes);
}

/** The words as they are, so that no sign of theirs is taken for more. */
export function escapeInline(text: string): string {
  return text.replace(/[\\*[\]|^]/g, "\\$&");
}

const isSign = (sign: string | undefined) => sign !== undefined && "\\*[]|^".includes(sign);

/** Where the sign stands that closes, or -1; what is between brackets inside is passed over. */
function closing(text: string, from: number, sign: "*" | "]"): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const one = text[at];
    if (one === "\\") at += 1;
    else if (one === sign && depth === 0) return at;
    else if (one === "[") depth += 1;
    else if (one === "]") depth -= 1;
    if (depth < 0) return -1;
  }
  return -1;
}

/** Whether a bracket opens inside of another, footnotes and links not counted. */
const opens = (inside: string) => bracketsOf(inside).length > 0;

/** The options between bars; a single one may also be left out. */
function optionsOf(source: string): string[] {
  const options: string[] = [];
  let own = "";
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const one = source[at] ?? "";
    if (one === "\\") {
      own += one + (source[at + 1] ?? "");
      at += 1;
    } else if (one === "|" && depth === 0) {
      options.push(own.trim());
      own = "";
    } else {
      if (one === "[") depth += 1;
      if (one === "]") depth -= 1;
      own += one;
    }
  }
  options.push(own.trim());
  return options.length === 1 ? [...options, ""] : options;
}

/** The address in parentheses right behind a closing bracket. */
function linkAfter(text: string, at: number): { href: string; end: number } | undefined {
  if (text[at] !== "(") return undefined;
  const end = text.indexOf(")", at);
  if (end < 0) return undefined;
  return { href: text.slice(at + 1, end).trim(), end: end + 1 };
}

/** Only addresses of the web and of mail lead out of a text. */
const isAddress = (href: string) => /^(https?:\/\/|mailto:)[^\s]+$/i.test(href);
