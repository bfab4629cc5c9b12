/** What the screen of the room can show of a paragraph. */
export const floorViews = ["clean", "brackets", "changes"] as const;
export type FloorView = (typeof floorViews)[number];

/** The paragraphs before and behind the one the chair is on; from none one goes to the first. */
export function around(
  paragraphs: readonly { id: string }[],
  id: string | null,
): { previous: string | undefined; next: string | undefined } {
  const at = paragraphs.findIndex((one) => one.id === id);
  return { previous: at > 0 ? paragraphs[at - 1]?.id : undefined, next: paragraphs[at + 1]?.id };
}

/** Where the chair stands in a revision: where they said, else where they stood before, else at its beginning. */
export function placeIn(
  paragraphs: readonly { id: string }[],
  wanted: string | null,
  before: string | null,
): string | null {
  const has = (id: string | null) => paragraphs.some((one) => one.id === id);
  if (has(wanted)) return wanted;
  return has(before) ? before : (paragraphs[0]?.id ?? null);
}
