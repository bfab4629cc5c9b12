import type { Locale, ReleaseItemKind, ReleaseState, UnpublishReason } from "@/db/enums";

/** So long before its instant everything of a release is written, public from the instant: nothing has to run then. */
export const readyMs = 60_000;

/** So long ahead a release is scheduled at least: it must be made ready before. */
export const leadMs = 2 * 60_000;

/** So long a rehearsal lasts. */
export const rehearsalMs = 30 * 60_000;

/** How many things one release holds at most. */
export const mostItems = 200;

type Milestones = {
  scheduledFor: Date | null;
  carriedOutAt: Date | null;
  publicFrom: Date | null;
  cancelledAt: Date | null;
  undoneAt: Date | null;
};

/** Where a release stands at a moment; computed, never stored. */
export function releaseState(release: Milestones, at: Date): ReleaseState {
  if (release.undoneAt) return "undone";
  if (release.cancelledAt) return "cancelled";
  if (release.publicFrom) return release.publicFrom <= at ? "released" : "ready";
  if (!release.scheduledFor) return "draft";
  return release.scheduledFor <= at ? "late" : "scheduled";
}

/** Whether a release has still to be carried out: its things are its own until then. */
export const isWaiting = (state: ReleaseState) => state === "scheduled" || state === "late";

/** When a release whose things are all written becomes public: at its instant, or at once where that is past. */
export function publicFromOf(scheduledFor: Date | null, at: Date): Date {
  return scheduledFor && scheduledFor > at ? scheduledFor : at;
}

/** Whether it is time to write the things of a scheduled release. */
export function isDue(release: Milestones, at: Date): boolean {
  const { scheduledFor, carriedOutAt, cancelledAt } = release;
  if (!scheduledFor || carriedOutAt || cancelledAt) return false;
  return at.getTime() >= scheduledFor.getTime() - readyMs;
}

/** What stands in the way of a release: of one of its things, or of all. */
export type Obstacle = { itemId: string | null; code: string };

/** An obstacle as a refusal carries it, and read back. */
export const obstacleKey = ({ itemId, code }: Obstacle) => `${itemId ?? ""}:${code}`;
export function readObstacle(key: unknown): Obstacle {
  const [itemId = "", ...code] = String(key).split(":");
  return { itemId: itemId || null, code: code.join(":") };
}

/** The obstacles of one thing. */
export const obstaclesOf = (obstacles: readonly Obstacle[], itemId: string | null) =>
  obstacles.filter((one) => one.itemId === itemId).map((one) => one.code);

/** Obstacles as they were kept, read back. */
export function keptObstacles(kept: unknown): Obstacle[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: { itemId?: unknown; code?: unknown }) =>
    typeof one?.code === "string"
      ? [{ itemId: typeof one.itemId === "string" ? one.itemId : null, code: one.code }]
      : [],
  );
}

/** The reasons for which a whole release can be taken back: merging is about one text and another. */
export const undoReasons = ["error", "too_early", "withdrawn"] as const satisfies UnpublishReason[];
export type UndoReason = (typeof undoReasons)[number];

/** Whether things go back to what they were before: they should never have been public, or not yet. */
export const restores = (kind: UndoReason) => kind !== "withdrawn";

/**
 * The order in which things are written: members first, for what is said of them counts on it; mails last. Fixed, so that
 * two releases that touch the same things never wait for each other in a circle.
 */
const order: Record<ReleaseItemKind, number> = {
  membership: 0,
  event: 1,
  agenda: 2,
  statement: 3,
  announcement: 4,
  mail: 5,
};

type Ordered = {
  kind: ReleaseItemKind;
  membershipId: string | null;
  eventId: string | null;
  statementId: string | null;
  announcementId: string | null;
  locale: Locale | null;
  id: string;
};

/** Things in the order in which they are written. */
export function inWritingOrder<Item extends Ordered>(items: readonly Item[]): Item[] {
  const key = (item: Item) =>
    [
      item.membershipId ?? item.eventId ?? item.statementId ?? item.announcementId ?? item.id,
      item.locale ?? "",
    ].join();
  return items.toSorted(
    (a, b) => order[a.kind] - order[b.kind] || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
}
