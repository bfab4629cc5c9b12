import type { AgendaItemKind } from "@/db/enums";

/** An item as the search for conflicts sees it. */
export type Placed = {
  id: string;
  kind: AgendaItemKind;
  room: { id: string; name: string } | null;
  startsAt: Date;
  endsAt: Date;
  people: readonly { id: string }[];
};

/** Two items that cannot both be held as planned, and why; or one that lies outside its event. */
export type Conflict =
  | { kind: "room"; a: string; b: string; room: string }
  | { kind: "person"; a: string; b: string; personId: string }
  | { kind: "outside"; a: string };

/**
 * Every conflict of an agenda: a room or a person in two places at once, an item before the event begins or after it
 * ends. Items that touch (one ends as the next begins) do not overlap. Internal holds may lie outside the event.
 */
export function conflicts(items: readonly Placed[], event: { startsAt: Date; endsAt: Date }): Conflict[] {
  const found: Conflict[] = [];
  const inOrder = items.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  inOrder.forEach((a, index) => {
    if (!isInternal(a.kind) && (a.startsAt < event.startsAt || a.endsAt > event.endsAt)) {
      found.push({ kind: "outside", a: a.id });
    }
    for (const b of inOrder.slice(index + 1)) {
      if (b.startsAt >= a.endsAt) break;
      found.push(...between(a, b));
    }
  });
  return found;
}

function between(a: Placed, b: Placed): Conflict[] {
  const room =
    a.room && a.room.id === b.room?.id
      ? [{ kind: "room" as const, a: a.id, b: b.id, room: a.room.name }]
      : [];
  const both = new Set(b.people.map((person) => person.id));
  const people = [...new Set(a.people.map((person) => person.id))]
    .filter((id) => both.has(id))
    .map((personId) => ({ kind: "person" as const, a: a.id, b: b.id, personId }));
  return [...room, ...people];
}

/** Kinds that are never shown outside the workspace: time kept free, and the way from one place to another. */
export const internalKinds: AgendaItemKind[] = ["hold", "travel"];

/** Whether an item of a kind is never shown outside the workspace. */
export function isInternal(kind: AgendaItemKind): boolean {
  return internalKinds.includes(kind);
}

/** Whether an item has a time; without one it waits in the tray. */
export function isPlaced<T extends { startsAt: Date | null; endsAt: Date | null }>(
  item: T,
): item is T & { startsAt: Date; endsAt: Date } {
  return item.startsAt !== null && item.endsAt !== null;
}
