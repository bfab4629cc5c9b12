import type { Localized } from "@/db/enums";
import { publicEvent } from "@/domain/events/queries";
import { currentRelease } from "./public";

const unreleased = { number: 0, note: {} as Localized, releasedAt: null, items: [], cancelled: [] };

/**
 * What programs read of an event's agenda: the event, its latest release, the items in force and those cancelled.
 * Nothing where the event is not public. Of an event that is cancelled every item is.
 */
export async function exportedAgenda(slug: string, at: Date) {
  const event = await publicEvent(slug, at);
  if (!event) return;
  const release = await currentRelease(event.id, at);
  const { items, cancelled, ...facts } = release ?? unreleased;
  // Equal for equal contents, so that a program that asks again is told that nothing has changed.
  const changedAt = new Date(Math.max(facts.releasedAt?.getTime() ?? 0, event.updatedAt.getTime()));
  const all = event.cancelledAt ? { items: [], cancelled: [...items, ...cancelled] } : { items, cancelled };
  return { event, ...facts, changedAt, ...all };
}

export type ExportedAgenda = NonNullable<Awaited<ReturnType<typeof exportedAgenda>>>;

/** The same agenda with some of its items alone. */
export function only(agenda: ExportedAgenda, wanted: (item: ExportedItem) => boolean): ExportedAgenda {
  return { ...agenda, items: agenda.items.filter(wanted), cancelled: agenda.cancelled.filter(wanted) };
}

export type ExportedItem = ExportedAgenda["items"][number];

/** The items in which a person is named. */
export const withPerson = (personId: string) => (item: ExportedItem) =>
  item.people.some((person) => person.id === personId);
