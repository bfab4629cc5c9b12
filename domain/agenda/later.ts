import { dayIn } from "@/lib/time";

/** An item as a delay sees it. */
export type Timed = { id: string; startsAt: Date; endsAt: Date };

type Delay = {
  /** From which item on. */
  from: Timed;
  minutes: number;
  zone: string;
  /** Items that have begun: they do not begin later. */
  begun: ReadonlySet<string>;
};

/**
 * The items that a delay moves, with their new times: the one it begins with and all that follow it on its day. One
 * that is under way already only ends later, and what was to begin before its end stays as it is.
 */
export function later<Item extends Timed>(
  items: readonly Item[],
  { from, minutes, zone, begun }: Delay,
): Item[] {
  const add = (instant: Date) => new Date(instant.getTime() + minutes * 60_000);
  const day = dayIn(from.startsAt, zone);
  const since = begun.has(from.id) ? from.endsAt : from.startsAt;
  return items.flatMap((item) => {
    if (item.id === from.id && begun.has(from.id)) return [{ ...item, endsAt: add(item.endsAt) }];
    if (begun.has(item.id) || item.startsAt < since || dayIn(item.startsAt, zone) !== day) return [];
    return [{ ...item, startsAt: add(item.startsAt), endsAt: add(item.endsAt) }];
  });
}
