import { bare, isSaid } from "../blocks/rules";
import { isOutdated } from "../rules";
import type { RichBody } from "../text/rules";

/**
 * What of a translation is stale. Each part of the original (`title`, `lead`, and its blocks by id) has a mark of its
 * words; a translation keeps, for each part, the mark of the words it was made of. Pages, gaps and mails all ask this.
 */

export type Marks = Readonly<Record<string, string>>;

/** The original as it is: the marks of its parts, in order. */
export type Original = { id: string; marks: Marks };

export type Translation = {
  translationOfId: string | null;
  translatedFrom: Marks;
  title: string;
  lead: string;
  body: RichBody;
};

export type PartState = "fresh" | "stale" | "missing" | "orphan";
export type Part = { key: string; state: PartState };

/** What each part of a translation says, by the part of the original it says; words and form as one line. */
export function saidBy({ title, lead, body }: Pick<Translation, "title" | "lead" | "body">): Marks {
  const said: Record<string, string> = {};
  if (title) said.title = title;
  if (lead) said.lead = lead;
  for (const block of body.content) {
    const of = block.attrs?.of;
    if (of && isSaid(block)) said[of] = `${said[of] ?? ""}${JSON.stringify(bare(block))}`;
  }
  return said;
}

/**
 * What each part of the original is in a translation, and what the translation says beside it. A translation from
 * before its parts were marked is as the revision it was made of says: stale as a whole or not at all.
 */
export function staleness(original: Original, translation: Translation): Part[] {
  const said = saidBy(translation);
  const from = translation.translatedFrom;
  const unmarked = Object.keys(from).length === 0;
  const outdated = isOutdated(translation, original.id);
  const state = (key: string, mark: string): PartState => {
    if (said[key] === undefined) return "missing";
    const fresh = unmarked ? !outdated : from[key] === mark;
    return fresh ? "fresh" : "stale";
  };
  const parts = Object.entries(original.marks).map(([key, mark]) => ({ key, state: state(key, mark) }));
  const orphans = translation.body.content
    .filter((block) => isSaid(block) && original.marks[block.attrs?.of ?? ""] === undefined)
    .map((block): Part => ({ key: block.attrs?.id ?? "", state: "orphan" }));
  return [...parts, ...orphans];
}

/**
 * The marks with which a translation is saved. A part whose words are new, or were said to be still right, was made of
 * the original in front of the translator; any other part keeps the mark it had, stale or not.
 */
export function marksWhenSaved(
  original: Original,
  before: Translation | undefined,
  after: Pick<Translation, "title" | "lead" | "body">,
  stillRight: readonly string[],
): Marks {
  const said = saidBy(after);
  const was: Marks = before ? saidBy(before) : {};
  const known = before ? staleness(original, before) : [];
  const marks = Object.entries(original.marks).flatMap(([key, mark]) => {
    if (said[key] === undefined) return [];
    const kept = was[key] === said[key] && !stillRight.includes(key);
    if (!kept) return [[key, mark]];
    if (known.some((part) => part.key === key && part.state === "fresh")) return [[key, mark]];
    return [[key, before?.translatedFrom[key] ?? "unknown"]];
  });
  return Object.fromEntries(marks);
}

/** A revision of the original: the marks of its words as they are, and those under which some of them go on. */
export type Marked = { raw: Marks; kept: Marks };

/**
 * Under which marks the parts of an original go on. A change that has no effect on translations keeps the mark from
 * before it, that is from the last revision somebody said to save; a part that did not change keeps what it had.
 */
export function keptMarks(raw: Marks, before: readonly Marked[], noEffect: boolean): Marks {
  const deliberate = before.at(-1);
  const kept = Object.entries(raw).flatMap(([key, mark]) => {
    const same = before.find((one) => one.raw[key] === mark);
    const ongoing = same?.kept[key];
    if (ongoing) return [[key, ongoing]];
    const old = deliberate?.raw[key];
    if (!noEffect || old === undefined || old === mark) return [];
    return [[key, deliberate?.kept[key] ?? old]];
  });
  return Object.fromEntries(kept);
}
