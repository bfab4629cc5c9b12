import { isDeepStrictEqual } from "node:util";
import type { ReleasedItem } from "@/db/schema/agenda";
import type { ChangeKind } from "./rules";

/** What became of one item from one release to another; a new one has no `before`, a cancelled one no `after`. */
export type Change = { id: string; kinds: ChangeKind[]; before?: ReleasedItem; after?: ReleasedItem };

/** What is different between the items of two releases: what is new and changed in the order of the later, then what is gone. */
export function difference(before: readonly ReleasedItem[], after: readonly ReleasedItem[]): Change[] {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Set(after.map((item) => item.id));
  const there = after.flatMap((item): Change[] => {
    const earlier = was.get(item.id);
    if (!earlier) return [{ id: item.id, kinds: ["new"], after: item }];
    if (isDeepStrictEqual(earlier, item)) return [];
    return [{ id: item.id, kinds: kindsOf(earlier, item), before: earlier, after: item }];
  });
  const gone = before
    .filter((item) => !is.has(item.id))
    .map((item): Change => ({ id: item.id, kinds: ["cancelled"], before: item }));
  return [...there, ...gone];
}

/** In what an item differs; "details" is everything that has no word of its own. */
function kindsOf(a: ReleasedItem, b: ReleasedItem): ChangeKind[] {
  const kinds: ChangeKind[] = [];
  if (moved(a, b)) kinds.push("moved");
  if (!isDeepStrictEqual(a.people, b.people)) kinds.push("people");
  if (!isDeepStrictEqual(a.title, b.title)) kinds.push("retitled");
  const { startsAt, endsAt, room, people, title, sequence } = b;
  if (!isDeepStrictEqual({ ...a, startsAt, endsAt, room, people, title, sequence }, b)) kinds.push("details");
  return kinds.length > 0 ? kinds : ["details"];
}

type Placed = Pick<ReleasedItem, "startsAt" | "endsAt" | "room">;

/** Whether an item is at another time or in another place; a room that got another name is another place to a reader. */
export function moved(a: Placed, b: Placed): boolean {
  return a.startsAt !== b.startsAt || a.endsAt !== b.endsAt || placeOf(a) !== placeOf(b);
}

const placeOf = ({ room }: Pick<ReleasedItem, "room">) => (room ? `${room.name}\n${room.building}` : "");

/** What one person has to know of a release. `part` is another role, or for another delegation. */
export type News = {
  kind: "new" | "moved" | "part" | "cancelled";
  before?: ReleasedItem;
  after?: ReleasedItem;
};

/**
 * Whom a release concerns, by person: those with a role in an item that is new, moved or cancelled, and those whose own
 * part is new, other or gone. A title that was put better, or somebody else who joins, is no news to them.
 */
export function newsByPerson(changes: readonly Change[]): Map<string, News[]> {
  const news = new Map<string, News[]>();
  for (const { before, after } of changes) {
    const everybody = [...(before?.people ?? []), ...(after?.people ?? [])];
    for (const id of new Set(everybody.map((part) => part.personId))) {
      const kind = newsFor(id, before, after);
      if (kind) news.set(id, [...(news.get(id) ?? []), { kind, before, after }]);
    }
  }
  return news;
}

function newsFor(id: string, before?: ReleasedItem, after?: ReleasedItem): News["kind"] | undefined {
  const [was, is] = [partsOf(id, before), partsOf(id, after)];
  if (!after || is.length === 0) return "cancelled";
  if (!before || was.length === 0) return "new";
  if (moved(before, after)) return "moved";
  return isDeepStrictEqual(was, is) ? undefined : "part";
}

const partsOf = (id: string, item?: ReleasedItem) =>
  (item?.people ?? []).filter((part) => part.personId === id);
