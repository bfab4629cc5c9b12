import type { ReleasedAgenda, ReleasedItem } from "@/db/schema/agenda";
import { moved } from "./difference";
import type { DraftItem } from "./queries";
import { isInternal, isPlaced } from "./rules";

/** What an agenda item is tied to. */
export type Links = { itemId: string; statementId?: string; announcementId?: string };

/**
 * The working draft as a release holds it: without what is internal, for organizers alone or still in the tray. What
 * the release before it held and this one no longer does is kept as cancelled, so that calendars take it out.
 */
export function freeze(draft: DraftItem[], links: Links[], before?: ReleasedAgenda): ReleasedAgenda {
  const items = draft.flatMap((item) => {
    if (!isPlaced(item) || isInternal(item.kind) || item.audience === "organizers") return [];
    return [frozenItem({ ...item, audience: item.audience }, links)];
  });
  return following(items, before);
}

/** Items as a release that follows another: each with its SEQUENCE, and what is no longer among them cancelled. */
export function following(items: Omit<ReleasedItem, "sequence">[], before?: ReleasedAgenda): ReleasedAgenda {
  const earlier = [...(before?.items ?? []), ...(before?.cancelled ?? [])];
  const sequenced = items.map((item) => ({ ...item, sequence: sequenceAfter(item, earlier, before) }));
  return withCancelled(sequenced, before);
}

/** Items as a release that follows another: what is no longer among them is cancelled. */
export function withCancelled(items: ReleasedItem[], before?: ReleasedAgenda): ReleasedAgenda {
  const kept = new Set(items.map((item) => item.id));
  const gone = (before?.items ?? [])
    .filter((item) => !kept.has(item.id))
    .map((item) => ({ ...item, sequence: item.sequence + 1 }));
  const longGone = (before?.cancelled ?? []).filter((item) => !kept.has(item.id));
  return { items, cancelled: [...longGone, ...gone] };
}

type Placed = DraftItem & { startsAt: Date; endsAt: Date; audience: "public" | "participants" };

function frozenItem(item: Placed, links: Links[]): Omit<ReleasedItem, "sequence"> {
  const own = links.filter((link) => link.itemId === item.id);
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    abstract: item.abstract,
    room: item.room && { id: item.room.id, name: item.room.name, building: item.room.building },
    startsAt: item.startsAt.toISOString(),
    endsAt: item.endsAt.toISOString(),
    audience: item.audience,
    attribution: item.attribution,
    languages: item.languages,
    statementIds: own.flatMap((link) => link.statementId ?? []).toSorted(),
    announcementIds: own.flatMap((link) => link.announcementId ?? []).toSorted(),
    people: item.people
      .filter((person) => person.confirmation !== "declined")
      .map(({ id, role, presence, onBehalfOf }) => ({ personId: id, role, presence, onBehalfOf })),
  };
}

/**
 * Grows when time or place change, when somebody joins or leaves (so that a file that takes it out of a calendar comes
 * later), and when what was cancelled takes place after all (RFC 5546, 2.1.4).
 */
function sequenceAfter(
  item: Omit<ReleasedItem, "sequence">,
  earlier: ReleasedItem[],
  before?: ReleasedAgenda,
): number {
  const last = earlier.find((one) => one.id === item.id);
  if (!last) return 0;
  const same = before?.items.includes(last) && !moved(last, item) && whoIn(last) === whoIn(item);
  return same ? last.sequence : last.sequence + 1;
}

const whoIn = ({ people }: Pick<ReleasedItem, "people">) =>
  [...new Set(people.map((part) => part.personId))].toSorted().join();
