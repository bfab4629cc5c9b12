/** The ways a revision is looked at. Against another revision it is their difference that is shown. */
export const viewNames = ["clean", "brackets", "changes", "lines", "final"] as const;
export type ViewName = (typeof viewNames)[number];

/** What was done to whole paragraphs, as it was said when it was done. */
export type Operation =
  | { kind: "split"; paragraphId: string; into: string[] }
  | { kind: "merge"; paragraphIds: string[]; into: string };

/** Of each paragraph, what it was split from or what was merged into it on the way from one revision to another. */
export function operationsAt(operations: readonly Operation[]) {
  const found = new Map<string, { kind: Operation["kind"]; others: string[] }[]>();
  const say = (id: string, kind: Operation["kind"], others: string[]) =>
    found.set(id, [...(found.get(id) ?? []), { kind, others }]);
  for (const one of operations) {
    if (one.kind === "split")
      for (const id of new Set([one.paragraphId, ...one.into]))
        say(
          id,
          "split",
          [...new Set([one.paragraphId, ...one.into])].filter((other) => other !== id),
        );
    else
      for (const id of new Set([one.into, ...one.paragraphIds]))
        say(
          id,
          "merge",
          [...new Set([one.into, ...one.paragraphIds])].filter((other) => other !== id),
        );
  }
  return found;
}
