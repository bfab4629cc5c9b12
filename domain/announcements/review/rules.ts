import type { Locale, ReviewStep } from "@/db/enums";

type Step = { revisionId: string; step: ReviewStep; at: Date };

/** What a second pair of eyes has said of a revision: nothing yet, asked for, given back, or that it may go out. */
export type ReviewState = "draft" | "submitted" | "returned" | "approved";

/** Where one revision stands; remarks change nothing about it, and an approval is for good. */
export function reviewState(reviews: readonly Step[], revisionId: string): ReviewState {
  const own = reviews
    .filter((one) => one.revisionId === revisionId && one.step !== "remarked")
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (own.some((one) => one.step === "approved")) return "approved";
  const last = own.at(-1)?.step;
  return last === "submitted" || last === "returned" ? last : "draft";
}

/** The revisions that may go out. */
export function approvedOf(reviews: readonly Pick<Step, "revisionId" | "step">[]): Set<string> {
  return new Set(reviews.filter((one) => one.step === "approved").map((one) => one.revisionId));
}

export type SubmitObstacle = "no_text" | "submitted_already" | "approved_already";

/** What stands in the way of asking for a second pair of eyes. */
export function obstaclesToSubmitting(state: ReviewState | undefined): SubmitObstacle[] {
  if (state === undefined) return ["no_text"];
  if (state === "submitted") return ["submitted_already"];
  return state === "approved" ? ["approved_already"] : [];
}

export type ApproveObstacle = "own_text" | "not_submitted" | "approved_already";

/**
 * What stands in the way of approving a revision. Nobody approves what they saved themselves. What went out without a
 * second pair of eyes is approved afterwards without having been submitted.
 */
export function obstaclesToApproving(facts: {
  state: ReviewState;
  savedBy: string | null;
  by: string | null;
  /** Whether it was made public, or is to be, without a second pair of eyes. */
  forced: boolean;
}): ApproveObstacle[] {
  const obstacles: [ApproveObstacle, boolean][] = [
    ["own_text", facts.savedBy !== null && facts.savedBy === facts.by],
    ["not_submitted", !facts.forced && (facts.state === "draft" || facts.state === "returned")],
    ["approved_already", facts.state === "approved"],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

type Publication = { revisionId: string; forcedReason: string; withdrawnAt: Date | null };

/** Whether a publication stands that nobody but its author has looked over. */
export function isUnreviewed(publication: Publication, approved: ReadonlySet<string>): boolean {
  return (
    publication.withdrawnAt === null &&
    publication.forcedReason !== "" &&
    !approved.has(publication.revisionId)
  );
}

/** The revision of each language that can go out: the latest that was approved, which a newer draft does not change. */
export function readyOf<H extends { id: string; locale: Locale; number: number }>(
  heads: readonly H[],
  approved: ReadonlySet<string>,
): Partial<Record<Locale, H>> {
  const ready: Partial<Record<Locale, H>> = {};
  for (const head of heads) {
    if (approved.has(head.id) && head.number > (ready[head.locale]?.number ?? 0)) ready[head.locale] = head;
  }
  return ready;
}
