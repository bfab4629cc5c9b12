/** What a press link can open. */
export const pressTargets = ["statement", "announcement"] as const;
export type PressTarget = { of: (typeof pressTargets)[number]; id: string };

/** What a press link is at a moment. */
export type PressLinkState = "open" | "revoked" | "ended";

/** A link is open until it is taken back or its time is over; that is the end of the embargo at the latest. */
export function pressLinkState(link: { revokedAt: Date | null; expiresAt: Date }, at: Date): PressLinkState {
  if (link.revokedAt) return "revoked";
  return link.expiresAt > at ? "open" : "ended";
}

type Publication = { publicFrom: Date; withdrawnAt: Date | null };

/** The publications that are under embargo at a moment: published, and not public yet. */
export function underEmbargo<One extends Publication>(publications: readonly One[], at: Date): One[] {
  return publications
    .filter((one) => one.withdrawnAt === null && one.publicFrom > at)
    .toSorted((a, b) => a.publicFrom.getTime() - b.publicFrom.getTime());
}

/** The zones an embargo is told in: its own, UTC and that of the editors, each once. */
export function embargoZones(own: string): string[] {
  return [...new Set(["UTC", own, "Europe/Stockholm"])];
}
