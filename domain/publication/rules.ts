/** What decides whether a thing is public: from when, and whether it was taken back. */
export type Publishable = { publicFrom: Date | null; withdrawnAt: Date | null };

/**
 * The one question of visibility, asked at reading time by every public surface.
 * Public from the instant itself on; a withdrawal ends it at its own instant.
 */
export function isPublic(item: Publishable, at: Date): boolean {
  if (!item.publicFrom || item.publicFrom > at) return false;
  return !item.withdrawnAt || item.withdrawnAt > at;
}
