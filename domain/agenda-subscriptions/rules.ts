/** The most items one can star in an event. */
export const mostStars = 500;

/** Days that stars behind a private link are kept after the event. */
export const starsKeptDays = 30;

/** Whether stars of an event can still be saved: what would be erased tonight is not taken. */
export function canBeSaved(event: { endsAt: Date }, at: Date): boolean {
  return at.getTime() < event.endsAt.getTime() + starsKeptDays * 86_400_000;
}
