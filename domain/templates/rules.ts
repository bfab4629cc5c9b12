import { type Locale, type Localized, locales } from "@/db/enums";

/** What can stand in braces in the words of a mail; filled in as plain text when it is written. */
export const placeholders = [
  "name",
  "organisation",
  "class",
  "event",
  "when",
  "where",
  "place",
  "reason",
  "until",
] as const;
export type Placeholder = (typeof placeholders)[number];
export type Values = Record<Placeholder, string>;

/** What every mail about a participation can name. */
const about = ["name", "organisation", "class", "event", "when", "where"] as const satisfies Placeholder[];

type Spec = {
  /** What only this mail can name. */
  also?: readonly Placeholder[];
  /** What it cannot do without: it would not say what it is for. */
  must?: readonly Placeholder[];
};

/**
 * The mails that leave by themselves, whose words an event may choose. The button with the personal link and the
 * calendar file are the house's: no words can lose them.
 */
const specs = {
  submitted: {},
  nominated: {},
  approved: {},
  waitlisted: { also: ["place"] },
  offered: { also: ["until"], must: ["until"] },
  expired: {},
  promoted: {},
  declined: { also: ["reason"], must: ["reason"] },
  withdrawn: { also: ["reason"] },
  replaced: {},
  again: {},
  kept: { also: ["reason"], must: ["reason"] },
  moved: { must: ["when", "where"] },
  cancelled: { also: ["reason"], must: ["reason"] },
} as const satisfies Record<string, Spec>;

export type Template = keyof typeof specs;
export const templates = Object.keys(specs) as Template[];

/** Whom a mail that somebody writes by hand, or a reminder, can go to. */
export type Addressed = "participants" | "focal_points" | "invited";

const addressed: Record<Addressed, readonly Placeholder[]> = {
  participants: about,
  focal_points: ["name", "organisation", "event", "when", "where", "until"],
  invited: ["name", "class", "event", "when", "where", "until"],
};

/** The placeholders a mail may use. */
export function placeholdersOf(of: Template | Addressed): readonly Placeholder[] {
  if (of in addressed) return addressed[of as Addressed];
  const { also = [] }: Spec = specs[of as Template];
  return [...about, ...also];
}

/** The placeholders the text of a mail cannot do without. */
export function mustOf(template: Template): readonly Placeholder[] {
  const { must = [] }: Spec = specs[template];
  return must;
}

/** The words of a mail: a line, and paragraphs divided by empty lines. */
export type Words = { subject: string; body: string };

export type Problem = { kind: "unknown" | "missing"; placeholder: string; locale: Locale };

/**
 * What is wrong with the placeholders of a mail's words, per language: names in braces that it cannot fill, and those it
 * cannot do without. A language without words has no problem: other words are used in it.
 */
export function problemsOf(
  of: Template | Addressed,
  words: { subject: Localized; body: Localized },
): Problem[] {
  const may: readonly string[] = placeholdersOf(of);
  const must: readonly string[] = of in addressed ? [] : mustOf(of as Template);
  return locales.flatMap((locale) => {
    const body = words.body[locale] ?? "";
    const used = placeholdersIn(`${words.subject[locale] ?? ""}\n${body}`);
    const unknown = used.filter((name) => !may.includes(name));
    const missing = body === "" ? [] : must.filter((name) => !placeholdersIn(body).includes(name));
    return [
      ...unknown.map((placeholder) => ({ kind: "unknown" as const, placeholder, locale })),
      ...missing.map((placeholder) => ({ kind: "missing" as const, placeholder, locale })),
    ];
  });
}

const braces = /\{([^{}\n]*)\}/g;

/** The names in braces of a text, known or not, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(braces)].map(([, name = ""]) => name))];
}

/** A piece of a filled text, and the placeholder it came from where it did. */
export type Part = { text: string; from?: Placeholder };

/**
 * A text with its placeholders filled, in pieces. Values are put in as they are and never read for placeholders
 * themselves. A line of placeholders alone that are all empty is left out; what is not a placeholder stays.
 */
export function fillParts(text: string, values: Values): Part[] {
  return text
    .split("\n")
    .map((line) => ({ line, parts: lineParts(line, values) }))
    .filter(({ line, parts }) => line.trim() === "" || parts.some((part) => part.text.trim() !== ""))
    .flatMap(({ parts }, index) => (index === 0 ? parts : [{ text: "\n" }, ...parts]));
}

function lineParts(line: string, values: Values): Part[] {
  return line.split(/(\{[^{}]*\})/).map((piece) => {
    const name = /^\{(.*)\}$/.exec(piece)?.[1];
    const known = placeholders.find((one) => one === name);
    return known ? { text: values[known], from: known } : { text: piece };
  });
}

const joined = (parts: Part[]) => parts.map((part) => part.text).join("");

/** Words as they are sent: the subject in one line, and the paragraphs that have something to say, in pieces. */
export function filled(words: Words, values: Values) {
  const paragraphs = words.body
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => fillParts(paragraph, values))
    .filter((parts) => joined(parts).trim() !== "");
  return {
    subject: joined(fillParts(words.subject, values)).replace(/\s+/g, " ").trim(),
    parts: paragraphs,
    paragraphs: paragraphs.map(joined),
  };
}

/**
 * The words for a reader: in their language where both subject and text are there, else in the group's first language,
 * else in any. Answers the language too: greetings and dates go with the words.
 */
export function wordsFor(
  words: { subject: Localized; body: Localized },
  locale: Locale,
  first: Locale,
): Words & { locale: Locale } {
  const spoken = [locale, first, ...locales].find((one) => words.subject[one] && words.body[one]) ?? first;
  return { locale: spoken, subject: words.subject[spoken] ?? "", body: words.body[spoken] ?? "" };
}
