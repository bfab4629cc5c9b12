/** The longest a preview link lasts, in days. */
export const mostDays = 30;

/** What a preview link is at a moment. */
export type PreviewLinkState = "open" | "revoked" | "ended";

type Link = { createdAt: Date; expiresAt: Date; revokedAt: Date | null };

type Publication = { publicFrom: Date; withdrawnAt: Date | null };

/**
 * A preview link is open until it is taken back, its time is over, or its language is public: from then on the text is
 * read at its address. One that was made while an earlier text was public already waits for the next.
 */
export function previewLinkState(
  link: Link,
  publications: readonly Publication[],
  at: Date,
): PreviewLinkState {
  if (link.revokedAt && link.revokedAt <= at) return "revoked";
  if (link.expiresAt <= at) return "ended";
  const published = publications.some(
    ({ publicFrom, withdrawnAt }) =>
      publicFrom > link.createdAt && publicFrom <= at && (withdrawnAt === null || withdrawnAt > publicFrom),
  );
  return published ? "ended" : "open";
}
