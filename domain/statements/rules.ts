import type { Locale, ParagraphKind, StatementKind } from "@/db/enums";
import { isPublic } from "../publication/rules";
import { openBrackets } from "./inline/rules";

/** A paragraph as rules see it. */
export type Para = { id: string; kind: ParagraphKind; text: string; level?: 1 | 2 };

/**
 * The number of each paragraph, in order: `number` is what is printed before it ("1.", "(a)", "(i)"), `reference` how
 * it is spoken of ("1 (a)"). Operative paragraphs are numbered through, headings do not interrupt them, an annex has a
 * number of its own and begins them anew; preambular paragraphs, headings and the closing formula carry none (UN
 * editorial practice).
 */
export function numbered<P extends { kind: ParagraphKind; level?: 1 | 2 }>(
  paragraphs: readonly P[],
): (P & { number: string | null; reference: string | null })[] {
  let annex = 0;
  const last = [0, 0, 0];
  return paragraphs.map((paragraph) => {
    if (paragraph.kind === "annex") {
      annex += 1;
      last.fill(0);
      return { ...paragraph, number: roman(annex), reference: roman(annex) };
    }
    if (paragraph.kind !== "operative") return { ...paragraph, number: null, reference: null };
    const level = paragraph.level ?? 0;
    last[level] = (last[level] ?? 0) + 1;
    last.fill(0, level + 1);
    const parts = [
      String(last[0] ?? 0),
      `(${letter(last[1] ?? 0)})`,
      `(${roman(last[2] ?? 0).toLowerCase()})`,
    ];
    const number = level === 0 ? `${parts[0]}.` : (parts[level] ?? null);
    const reference = [annex ? `${roman(annex)},` : "", ...parts.slice(0, level + 1)]
      .filter(Boolean)
      .join(" ");
    return { ...paragraph, number, reference };
  });
}

/** 1 is a, 26 z, 27 aa. */
function letter(number: number): string {
  if (number === 0) return "";
  const rest = (number - 1) % 26;
  return letter((number - 1 - rest) / 26) + String.fromCharCode(97 + rest);
}

function roman(number: number): string {
  const signs: [number, string][] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  const sign = signs.find(([worth]) => worth <= number);
  return sign ? sign[1] + roman(number - sign[0]) : "";
}

/** What became of a paragraph between two revisions; paragraphs are the same where their permanent ids are. */
export type ParagraphChange<P = Para> =
  | { kind: "same" | "changed"; id: string; before: P; after: P; moved: boolean }
  | { kind: "added"; id: string; after: P }
  | { kind: "removed"; id: string; before: P };

/**
 * The difference of two revisions, in the order of the later one, with removed paragraphs where they stood. A paragraph
 * has moved where it is not part of the longest run of paragraphs that kept their order.
 */
export function difference<P extends { id: string; kind: string; text: string; level?: number }>(
  before: readonly P[],
  after: readonly P[],
): ParagraphChange<P>[] {
  const was = new Map(before.map((paragraph, index) => [paragraph.id, { paragraph, index }]));
  const is = new Set(after.map((paragraph) => paragraph.id));
  const kept = after.flatMap((paragraph) => was.get(paragraph.id)?.index ?? []);
  const steady = new Set(longestRise(kept));
  const changes: ParagraphChange<P>[] = [];
  let shown = 0;
  const removedUpTo = (index: number) => {
    for (; shown < index; shown++) {
      const gone = before[shown];
      if (gone && !is.has(gone.id)) changes.push({ kind: "removed", id: gone.id, before: gone });
    }
  };
  for (const paragraph of after) {
    const old = was.get(paragraph.id);
    if (!old) {
      changes.push({ kind: "added", id: paragraph.id, after: paragraph });
      continue;
    }
    const moved = !steady.has(old.index);
    if (!moved) removedUpTo(old.index);
    const same =
      old.paragraph.text === paragraph.text &&
      old.paragraph.kind === paragraph.kind &&
      old.paragraph.level === paragraph.level;
    changes.push({
      kind: same ? "same" : "changed",
      id: paragraph.id,
      before: old.paragraph,
      after: paragraph,
      moved,
    });
  }
  removedUpTo(before.length);
  return changes;
}

/** The longest strictly rising subsequence, by patience: for each length the lowest end so far, found by halving. */
export function longestRise(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? -1] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (ends[low - 1] ?? -1) : -1);
    ends[low] = index;
  }
  const rise: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.push(numbers[at] ?? 0);
  return rise.toReversed();
}

type Revision = { id: string; title: string; paragraphs: readonly Para[] };

export type AdoptingObstacle =
  | "adopted"
  | "no_text"
  | "not_latest"
  | "in_the_future"
  | "brackets"
  | "procedure_open";

/** What stands in the way of adopting a text; empty when nothing does. */
export function obstaclesToAdopting(
  facts: {
    adopted: boolean;
    latest: Revision | undefined;
    revisionId: string;
    adoptedAt: Date;
    /** A procedure on it is open: only its end decides. */
    procedureOpen?: boolean;
  },
  at: Date,
): AdoptingObstacle[] {
  const obstacles: [AdoptingObstacle, boolean][] = [
    ["adopted", facts.adopted],
    ["no_text", !facts.latest?.paragraphs.some(({ kind }) => kind === "operative" || kind === "preambular")],
    ["not_latest", facts.latest !== undefined && facts.latest.id !== facts.revisionId],
    ["in_the_future", facts.adoptedAt > at],
    ["brackets", facts.latest !== undefined && openBrackets(facts.latest.paragraphs).brackets > 0],
    ["procedure_open", facts.procedureOpen ?? false],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

/** Whether a local time is not one of a session's, from its beginning to its end; no time is outside of nothing. */
export function outsideSession(local: string, session: { from: string; to: string }): boolean {
  return local !== "" && (local < session.from || local > session.to);
}

export type PublishingObstacle =
  | "not_adopted"
  | "no_text"
  | "not_adopted_text"
  | "outdated"
  | "already_public";

/**
 * What stands in the way of publishing one language's text: a statement is published once it is adopted, the authentic
 * text as it was adopted and no other, a translation only of the authentic text, and only what is not public already.
 * A chair's summary is the chair's own and needs no adoption.
 */
export function obstaclesToPublishing(facts: {
  kind: StatementKind;
  locale: Locale;
  authenticLocale: Locale;
  /** Of a translation: whether it says something else than the authentic text that counts (`translationState`). */
  behind: boolean;
  latest: { id: string } | undefined;
  adoptedRevisionId: string | undefined;
  liveRevisionId: string | undefined;
}): PublishingObstacle[] {
  const { latest, adoptedRevisionId: adopted } = facts;
  const authentic = facts.locale === facts.authenticLocale;
  const obstacles: [PublishingObstacle, boolean][] = [
    ["not_adopted", !adopted && facts.kind !== "chairs_summary"],
    ["no_text", !latest],
    ["not_adopted_text", authentic && !!latest && !!adopted && latest.id !== adopted],
    ["outdated", !authentic && !!latest && facts.behind],
    ["already_public", !!latest && facts.liveRevisionId === latest.id],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

type Publication = { publicFrom: Date; withdrawnAt: Date | null };

/** What one language of a statement is to the public, by its latest publication. */
export function publicationState(
  latest: Publication | undefined,
  at: Date,
): "draft" | "embargoed" | "published" | "withdrawn" {
  if (!latest) return "draft";
  if (isPublic(latest, at)) return "published";
  return latest.withdrawnAt ? "withdrawn" : "embargoed";
}
