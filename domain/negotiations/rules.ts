/**
 * What a revision is called: the zero draft and REV.1, REV.2 … are those that were sent round; every other one is a
 * working text, known by the number of its revision. The words are `negotiation.label`.
 */
export function labelOf(revision: { number: number; circulation: number | null }): {
  key: "zero" | "rev" | "working";
  number: number;
} {
  const { number, circulation } = revision;
  if (circulation === null) return { key: "working", number };
  return circulation === 0 ? { key: "zero", number: 0 } : { key: "rev", number: circulation };
}

export type CirculatingObstacle =
  | "no_text"
  | "no_parties"
  | "adopted"
  | "not_latest"
  | "circulated"
  | "problems";

/** What stands in the way of sending a revision round. */
export function obstaclesToCirculating(facts: {
  paragraphs: number;
  parties: number;
  adopted: boolean;
  latest: boolean;
  circulated: boolean;
  problems: boolean;
}): CirculatingObstacle[] {
  const obstacles: [CirculatingObstacle, boolean][] = [
    ["no_text", facts.paragraphs === 0],
    ["no_parties", facts.parties === 0],
    ["adopted", facts.adopted],
    ["not_latest", !facts.latest],
    ["circulated", facts.circulated],
    ["problems", facts.problems],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}
