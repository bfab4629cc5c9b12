import type { AmendmentKind, ParagraphKind } from "@/db/enums";

/** A paragraph as amendments see it. */
export type Para = { id: string; kind: ParagraphKind; text: string; level?: 1 | 2 };

/** A text as amendments see it. */
export type Text<P extends Para = Para> = { title: string; paragraphs: readonly P[] };

/** What an amendment would do, and the words it was made on. */
export type Amended = {
  kind: AmendmentKind;
  paragraphId: string | null;
  base: readonly Para[];
  baseTitle: string;
  proposal: {
    text?: string;
    kind?: ParagraphKind;
    level?: 1 | 2;
    parts?: string[];
    afterId?: string | null;
    title?: string;
  };
};

/**
 * Why an amendment does not fit a text any more: its paragraph is gone, its words were changed, the paragraph it
 * follows is gone, the paragraphs it would merge no longer stand together, it stands there already, the title was changed.
 */
export type Misfit = "gone" | "changed" | "anchor_gone" | "not_adjacent" | "in_place" | "retitled";

/** Whether an amendment fits a text as it stands (`undefined`), or why it needs a rebase. */
export function misfitOf(amendment: Amended, text: Text): Misfit | undefined {
  const at = (id: string | null | undefined) => text.paragraphs.findIndex((one) => one.id === id);
  const { kind, paragraphId, base, proposal } = amendment;
  if (kind === "retitle") return text.title === amendment.baseTitle ? undefined : "retitled";
  if (kind === "insert_after") {
    return paragraphId === null || at(paragraphId) >= 0 ? undefined : "anchor_gone";
  }
  if (at(paragraphId) < 0) return "gone";
  if (kind === "move") {
    if (proposal.afterId && at(proposal.afterId) < 0) return "anchor_gone";
    const before = text.paragraphs[at(paragraphId) - 1]?.id ?? null;
    return before === (proposal.afterId ?? null) ? "in_place" : undefined;
  }
  const places = base.map((one) => at(one.id));
  if (places.some((place) => place < 0)) return "gone";
  if (base.some((one, index) => !sameWords(one, text.paragraphs[places[index] ?? -1]))) return "changed";
  const together = places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1);
  return together ? undefined : "not_adjacent";
}

function sameWords(one: Para, other: Para | undefined) {
  return one.text === other?.text && one.kind === other.kind && one.level === other.level;
}

/** Whether a misfit can be mended by its author: where the paragraph itself is gone, the proposal can only be read. */
export function canRebase(misfit: Misfit | undefined): boolean {
  return misfit !== undefined && misfit !== "gone" && misfit !== "in_place" && misfit !== "anchor_gone";
}

/**
 * Whether two amendments cannot both be taken up as they are: they would both have the title, the words or the place of
 * one paragraph, or put something new at one place. What is put in behind a paragraph leaves its words alone, but not a
 * paragraph that would be deleted, split or merged.
 */
export function conflict(a: Amended, b: Amended): boolean {
  if (a.kind === "retitle" || b.kind === "retitle") return a.kind === b.kind;
  if (a.kind === "insert_after" && b.kind === "insert_after") return a.paragraphId === b.paragraphId;
  if (a.kind === "insert_after") return unseats(b) && touched(b).includes(a.paragraphId);
  if (b.kind === "insert_after") return unseats(a) && touched(a).includes(b.paragraphId);
  return touched(a).some((id) => touched(b).includes(id));
}

const unseats = ({ kind }: Amended) => kind === "delete" || kind === "split" || kind === "merge";

/** The paragraphs an amendment is about. */
export function touched({ paragraphId, base }: Amended): (string | null)[] {
  return [...new Set([paragraphId, ...base.map((one) => one.id)])];
}

/** Amendments that conflict, directly or through others, in groups; each stands in one, alone or not, in their order. */
export function groupsOf<A extends Amended>(amendments: readonly A[]): A[][] {
  const groups: A[][] = [];
  for (const one of amendments) {
    const joined = groups.filter((group) => group.some((other) => conflict(one, other)));
    const rest = groups.filter((group) => !joined.includes(group));
    groups.splice(0, groups.length, ...rest, [...joined.flat(), one]);
  }
  const place = new Map(amendments.map((one, index) => [one, index]));
  const order = (a: A | undefined, b: A | undefined) =>
    ((a && place.get(a)) ?? 0) - ((b && place.get(b)) ?? 0);
  return groups.map((group) => group.toSorted(order)).toSorted(([a], [b]) => order(a, b));
}

export type DecidingObstacle = "decided" | "needs_rebase" | "conflict_group";

/** What stands in the way of taking an amendment up as it is. */
export function obstaclesToAccepting(facts: {
  state: string;
  misfit: Misfit | undefined;
  others: number;
}): DecidingObstacle[] {
  const obstacles: [DecidingObstacle, boolean][] = [
    ["decided", facts.state !== "open"],
    ["needs_rebase", facts.misfit !== undefined],
    ["conflict_group", facts.others > 0],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

/** The kinds whose words can be left open in the text, in brackets. */
export const bracketable: readonly AmendmentKind[] = ["replace", "insert_after", "delete"];
