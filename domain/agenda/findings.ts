import type { Checked, CheckedRoom, Finding, Window } from "./rules";
import { isInternal } from "./rules";

/** What an agenda is checked against. */
export type Situation = Window & {
  /** Minutes to walk from one building to another. */
  walkingMinutes: number;
  rooms: readonly CheckedRoom[];
  /** When people can be given something to do; who is not among them can be at any time. */
  availabilities: readonly (Window & { personId: string })[];
  /** The delegations of the event, with the person who heads each, where it is known. */
  delegations: readonly { organisationId: string; headId: string | null }[];
};

/**
 * Everything in an agenda that cannot be held as planned, in the order of time. Items that touch (one ends as the next
 * begins) do not overlap. Whoever declined is not counted. Internal items may lie outside the event.
 *
 * A delegation is in two places where its head is in one item and somebody else acts for it in another at the same time;
 * where no head is known, whoever acts for it stands for the head. Two deputies at once are no finding: that is what they
 * are for. Nobody walks to an item they attend from afar.
 */
export function findings(items: readonly Checked[], situation: Situation): Finding[] {
  const heads = headsOf(situation);
  const cast = items.map((item) => prepared(item, heads));
  const inOrder = cast.toSorted((a, b) => a.from - b.from || (a.item.id < b.item.id ? -1 : 1));
  const windows = windowsOf(situation);
  const free = freeRooms(items, situation.rooms);
  const walk = situation.walkingMinutes * 60_000;
  const found: Finding[] = [];
  for (const [index, a] of inOrder.entries()) {
    found.push(...alone(a, situation, windows, free));
    for (let next = index + 1; next < inOrder.length; next++) {
      const b = inOrder[next];
      if (!b || b.from >= a.until + walk) break;
      if (b.from < a.until) together(a, b, heads, free, found);
      else apart(a, b, walk, found);
    }
  }
  return found;
}

type Prepared = {
  item: Checked;
  from: number;
  until: number;
  /** Who takes part, and whether in the room. */
  people: Map<string, boolean>;
  /** Who acts for each organisation. */
  acting: Map<string, Set<string>>;
};

/** Who heads each organisation's delegation, and whose delegations each person heads. */
type Heads = { of: Map<string, string>; ledBy: Map<string, string[]> };

function headsOf({ delegations }: Situation): Heads {
  const heads: Heads = { of: new Map(), ledBy: new Map() };
  for (const { organisationId, headId } of delegations) {
    if (!headId) continue;
    heads.of.set(organisationId, headId);
    heads.ledBy.set(headId, [...(heads.ledBy.get(headId) ?? []), organisationId]);
  }
  return heads;
}

function prepared(item: Checked, heads: Heads): Prepared {
  const people = new Map<string, boolean>();
  const acting = new Map<string, Set<string>>();
  const acts = (organisationId: string, personId: string) =>
    acting.set(organisationId, (acting.get(organisationId) ?? new Set()).add(personId));
  for (const person of item.people) {
    if (person.confirmation === "declined") continue;
    people.set(person.id, people.get(person.id) === true || person.presence === "in_person");
    if (person.onBehalfOf) acts(person.onBehalfOf, person.id);
    for (const organisationId of heads.ledBy.get(person.id) ?? []) acts(organisationId, person.id);
  }
  return { item, from: item.startsAt.getTime(), until: item.endsAt.getTime(), people, acting };
}

type Free = (item: Checked) => string[];

/** What one item has against it by itself. */
function alone(a: Prepared, event: Situation, windows: Map<string, Window[]>, free: Free): Finding[] {
  const { item } = a;
  const found: Finding[] = [];
  const outside = a.from < event.from.getTime() || a.until > event.until.getTime();
  if (outside && !isInternal(item.kind)) found.push({ kind: "outside", a: item.id });
  const people = wanted(item);
  const capacity = item.room?.capacity ?? null;
  if (item.room && capacity !== null && people > capacity)
    found.push({ kind: "capacity", a: item.id, room: item.room.name, people, capacity, free: free(item) });
  for (const personId of a.people.keys()) {
    const own = windows.get(personId);
    if (own && !own.some(({ from, until }) => from.getTime() <= a.from && a.until <= until.getTime()))
      found.push({ kind: "availability", a: item.id, personId, windows: own });
  }
  return found;
}

/** What two items that overlap have against each other. */
function together(a: Prepared, b: Prepared, heads: Heads, free: Free, found: Finding[]) {
  const pair = { a: a.item.id, b: b.item.id };
  if (a.item.room && a.item.room.id === b.item.room?.id)
    found.push({ kind: "room", ...pair, room: a.item.room.name, free: free(b.item) });
  for (const personId of a.people.keys())
    if (b.people.has(personId)) found.push({ kind: "person", ...pair, personId });
  for (const [organisationId, here] of a.acting) {
    const there = b.acting.get(organisationId);
    if (!there || [...here].some((id) => there.has(id))) continue;
    const head = heads.of.get(organisationId);
    if (!head || here.has(head) || there.has(head))
      found.push({ kind: "delegation", ...pair, organisationId });
  }
}

/** Who cannot walk from one item to the next in the time between them. */
function apart(a: Prepared, b: Prepared, walk: number, found: Finding[]) {
  if (!a.item.room || !b.item.room || a.item.room.building === b.item.room.building) return;
  const gap = Math.floor((b.from - a.until) / 60_000);
  for (const [personId, inRoom] of a.people)
    if (inRoom && b.people.get(personId)) {
      const earliest = new Date(a.until + walk);
      found.push({ kind: "walking", a: a.item.id, b: b.item.id, personId, gap, earliest });
    }
}

/** How many people an item needs room for: those expected, at least those who have a role and come. */
function wanted(item: Checked): number {
  const coming = item.people.filter((one) => one.confirmation !== "declined" && one.presence === "in_person");
  return Math.max(item.expected ?? 0, new Set(coming.map((one) => one.id)).size);
}

/** The times each person has, those that touch or overlap joined. */
function windowsOf({ availabilities }: Situation): Map<string, Window[]> {
  const windows = new Map<string, Window[]>();
  for (const { personId, from, until } of availabilities.toSorted((a, b) => +a.from - +b.from)) {
    const own = windows.get(personId) ?? [];
    const last = own.at(-1);
    if (last && from <= last.until) last.until = until > last.until ? until : last.until;
    else own.push({ from, until });
    windows.set(personId, own);
  }
  return windows;
}

/** At most three rooms that an item could move to as it stands: free all the time, and large enough where that is known. */
function freeRooms(items: readonly Checked[], rooms: readonly CheckedRoom[]): Free {
  const known = new Map<string, string[]>();
  return (item) => {
    const kept = known.get(item.id);
    if (kept) return kept;
    const taken = new Set(
      items
        .filter((one) => one.id !== item.id && one.startsAt < item.endsAt && one.endsAt > item.startsAt)
        .map((one) => one.room?.id),
    );
    const people = wanted(item);
    const names = rooms
      .filter(
        (room) => room.id !== item.room?.id && !taken.has(room.id) && (room.capacity ?? people) >= people,
      )
      .map((room) => room.name)
      .slice(0, 3);
    known.set(item.id, names);
    return names;
  };
}
