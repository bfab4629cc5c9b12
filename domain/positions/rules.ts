import type { Locale, Localized, OrganisationKind, ParagraphKind, PositionKind } from "@/db/enums";
import { plainWords } from "../statements/inline/rules";
import { numbered } from "../statements/rules";

/** The kinds that stand in the public list, with their notes; who does not endorse is not named there. */
export const countingKinds = [
  "endorses",
  "endorses_with_reservation",
  "explanation",
  "disassociates",
] as const satisfies readonly PositionKind[];

/** What of a position each kind has: words, paragraphs it names. */
export const partsOf: Record<PositionKind, { text: "none" | "optional" | "required"; paragraphs: boolean }> =
  {
    endorses: { text: "none", paragraphs: false },
    endorses_with_reservation: { text: "required", paragraphs: true },
    explanation: { text: "required", paragraphs: true },
    disassociates: { text: "optional", paragraphs: true },
    does_not_endorse: { text: "optional", paragraphs: false },
  };

/** Whether a kind of position is an endorsement. */
export function counts(kind: PositionKind): boolean {
  return countingKinds.some((one) => one === kind);
}

type Dated = { givenOn: string; withdrawnOn: string | null };

/** Whether a position stands on a day: given by then and not withdrawn by then. */
export function standsOn(position: Dated, day: string): boolean {
  return position.givenOn <= day && (position.withdrawnOn === null || day < position.withdrawnOn);
}

/** Whether there is a day on which an ended position and one given on a day would both stand. */
export function overlaps(ended: Dated, givenOn: string): boolean {
  if (ended.withdrawnOn === null) return true;
  return ended.givenOn < ended.withdrawnOn && givenOn < ended.withdrawnOn;
}

/** Where a position stands: waiting for the secretariat, public, or ended. */
export function positionState(position: {
  verifiedAt: Date | null;
  withdrawnOn: string | null;
}): "to_verify" | "live" | "withdrawn" {
  if (position.withdrawnOn !== null) return "withdrawn";
  return position.verifiedAt === null ? "to_verify" : "live";
}

/** The columns of the list of signatories, counted apart. */
export const signatoryColumns = ["country", "company", "other"] as const;

/** The column an organisation stands in. */
export function columnOf(kind: OrganisationKind): (typeof signatoryColumns)[number] {
  return kind === "country" || kind === "company" ? kind : "other";
}

type Countable = Dated & { kind: PositionKind; organisationKind: OrganisationKind; verifiedAt: Date | null };

/** How many endorse on a day, by column, and who said that they do not. */
export function countOn(positions: readonly Countable[], day: string) {
  const standing = positions.filter((one) => one.verifiedAt !== null && standsOn(one, day));
  const endorsing = standing.filter((one) => counts(one.kind));
  const inColumn = (column: (typeof signatoryColumns)[number]) =>
    endorsing.filter((one) => columnOf(one.organisationKind) === column).length;
  return {
    country: inColumn("country"),
    company: inColumn("company"),
    other: inColumn("other"),
    total: endorsing.length,
    against: standing.length - endorsing.length,
  };
}

type Said = {
  id: string;
  kind: PositionKind;
  name: Localized;
  text: string;
  paragraphIds: readonly string[];
};

/**
 * What those who endorse say beside it, numbered in order (reservations, explanations, disassociations), and for each
 * paragraph the numbers that stand at it.
 */
export function notesOf<Position extends Said>(
  positions: readonly Position[],
  printed: (name: Localized) => string,
) {
  const sayings = positions
    .filter((one) => one.kind !== "endorses" && counts(one.kind))
    .map((one, index) => ({ ...one, key: `position-${one.id}`, number: index + 1 }));
  const notes = new Map<string, { key: string; number: number; name: string; text: string }[]>();
  for (const { key, number, name, text, paragraphIds } of sayings) {
    for (const id of paragraphIds)
      notes.set(id, [...(notes.get(id) ?? []), { key, number, name: printed(name), text }]);
  }
  return { sayings, notes };
}

type Para = { id: string; kind: ParagraphKind; text: string; level?: 1 | 2 };

/** How each paragraph of a text is spoken of: by its number, or by its first words as the reader quotes. */
export function referencesOf(paragraphs: readonly Para[], locale: Locale): Map<string, string> {
  const [open, close] = locale === "sv" ? ["”", "”"] : ["“", "”"];
  return new Map(
    numbered(paragraphs).map(({ id, reference, text }) => [
      id,
      reference ?? `${open}${firstWords(plainWords(text))}${close}`,
    ]),
  );
}

function firstWords(text: string): string {
  if (text.length <= 48) return text;
  const cut = text.slice(0, 48);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 24))}…`;
}
