import { useSyncExternalStore } from "react";

/** What one browser keeps of an event: the items that are starred, and the private link that keeps them elsewhere too. */
export type Stars = { items: string[]; link?: string };

const key = (eventId: string) => `plenary.stars.${eventId}`;
const changed = "plenary:stars";
const empty = JSON.stringify({ items: [] } satisfies Stars);

/** Where a browser keeps nothing, or is told not to. */
function kept(eventId: string): string {
  try {
    return localStorage.getItem(key(eventId)) ?? empty;
  } catch {
    return empty;
  }
}

function parsed(text: string): Stars {
  try {
    const { items, link } = JSON.parse(text);
    return {
      items: Array.isArray(items) ? items.filter((id) => typeof id === "string") : [],
      ...(typeof link === "string" ? { link } : {}),
    };
  } catch {
    return { items: [] };
  }
}

/** The stars of an event as they are kept at this moment. */
export const starsOf = (eventId: string) => parsed(kept(eventId));

/** Keeps the stars of an event; every part of the page, and every other tab, shows them at once. */
export function keepStars(eventId: string, stars: Stars) {
  try {
    localStorage.setItem(key(eventId), JSON.stringify(stars));
  } catch {
    // A browser that keeps nothing shows no star as set.
  }
  window.dispatchEvent(new Event(changed));
}

function listen(onChange: () => void) {
  window.addEventListener(changed, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener("storage", onChange);
  };
}

/** The stars of an event, or nothing before and without script. */
export function useStars(eventId: string): Stars | undefined {
  const text = useSyncExternalStore(
    listen,
    () => kept(eventId),
    () => "",
  );
  return text === "" ? undefined : parsed(text);
}

/** What is sent to keep stars behind a private link. */
export function starForm(fields: Record<string, string>, items: readonly string[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const item of items) form.append("items", item);
  return form;
}
