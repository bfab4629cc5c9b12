/** The short name of an event in the formats of a schedule: at least four of `a-z`, `0-9` and `_`. */
export function acronymOf(slug: string): string {
  const name = slug.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  return name.length >= 4 ? name : `event_${name}`;
}

/** Hours and minutes from one instant to another, "01:30"; the format has two digits for the hours. */
export function durationOf(from: Date, to: Date): string {
  const minutes = Math.min(Math.max(1, Math.round((to.getTime() - from.getTime()) / 60_000)), 99 * 60 + 59);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** The largest whole number that every program of this kind can hold. */
const largest = 2 ** 31 - 1;

/**
 * A whole number for each item, which the formats ask for beside the identifier: taken from it, so that it stays the
 * same from release to release, and never twice.
 */
export function numbersOf(ids: readonly string[]): Map<string, number> {
  const taken = new Set<number>();
  return new Map(
    ids.toSorted().map((id) => {
      let number = (Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16) % (largest - 1)) + 1;
      while (taken.has(number)) number = (number % (largest - 1)) + 1;
      taken.add(number);
      return [id, number];
    }),
  );
}

/** Whether the JSON format takes the name of a zone: it knows `Area/Place` and UTC. */
export function isKnownZone(zone: string): boolean {
  return /^[A-Z][a-z]+\/[A-Z][a-z]+|^UTC$/.test(zone);
}
