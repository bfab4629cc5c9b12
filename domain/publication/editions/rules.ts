import type { UnpublishReason } from "@/db/enums";

type Publication = { publicFrom: Date; withdrawnAt: Date | null };

type Edition = Publication & { withdrawalKind: UnpublishReason | null };

/** Whether a publication ever was what it should be: read by the public, and not by mistake. */
function wasPublic({ publicFrom, withdrawnAt, withdrawalKind }: Edition, at: Date): boolean {
  if (publicFrom > at || (withdrawnAt && withdrawnAt <= publicFrom)) return false;
  const takenBack = withdrawnAt !== null && withdrawnAt <= at;
  return !takenBack || (withdrawalKind !== "error" && withdrawalKind !== "too_early");
}

/**
 * The editions of one language that may be read at a moment, oldest first. The number of one never changes: it counts
 * what was ever public, also what was taken back since.
 */
export function editionsOf<One extends Edition>(publications: readonly One[], at: Date) {
  return publications
    .filter(({ publicFrom, withdrawnAt }) => publicFrom <= at && !(withdrawnAt && withdrawnAt <= publicFrom))
    .toSorted((a, b) => a.publicFrom.getTime() - b.publicFrom.getTime())
    .map((one, index) => ({ ...one, edition: index + 1 }))
    .filter((one) => wasPublic(one, at));
}

/**
 * What the address of a text answers once nothing of it is public: nothing as if it never was, that it is gone, another
 * statement, or the text itself with a notice. By what was taken back last.
 */
export function afterwards(
  publications: readonly (Edition & { leadsToId: string | null })[],
  at: Date,
): { kind: "nothing" | "gone" } | { kind: "leads"; toId: string } | { kind: "withdrawn" } {
  const ended = publications
    .filter(({ publicFrom, withdrawnAt }) => withdrawnAt && withdrawnAt <= at && publicFrom < withdrawnAt)
    .toSorted((a, b) => Number(a.withdrawnAt) - Number(b.withdrawnAt));
  const last = ended.findLast((one) => one.withdrawalKind !== null);
  if (!last || last.withdrawalKind === "too_early") return { kind: "nothing" };
  if (last.withdrawalKind === "withdrawn") return { kind: "withdrawn" };
  return last.leadsToId ? { kind: "leads", toId: last.leadsToId } : { kind: "gone" };
}

/** Everything that is led to from a thing, over however many steps, itself too. */
export function ledToFrom(links: readonly { from: string; to: string | null }[], id: string): Set<string> {
  const seen = new Set<string>();
  const next = [id];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    next.push(...links.flatMap((link) => (link.from === one && link.to ? [link.to] : [])));
  }
  return seen;
}
