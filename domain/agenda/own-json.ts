import type { Locale } from "@/db/enums";
import { env } from "@/lib/env";
import { localWithOffset } from "@/lib/time";
import type { ExportedAgenda, ExportedItem } from "./exported";

/**
 * A public agenda in the words of Plenary itself: what the formats of others have no place for, as roles, every
 * language of a text, attribution, what is cancelled. Described in docs/agenda-json.md; a change that breaks readers
 * is a new number.
 */
export function ownJson(agenda: ExportedAgenda, locale: Locale): string {
  const { event, number, note, releasedAt } = agenda;
  const home = `${env().BASE_URL}/${locale}/events/${event.slug}`;
  return JSON.stringify({
    format: "plenary-agenda/1",
    url: `${home}/agenda.json`,
    release: number > 0 && releasedAt ? { number, releasedAt: releasedAt.toISOString(), note } : null,
    event: {
      id: event.id,
      url: home,
      kind: event.kind,
      title: event.title,
      startsAt: localWithOffset(event.startsAt, event.zone),
      endsAt: localWithOffset(event.endsAt, event.zone),
      zone: event.zone,
      format: event.format,
      venue: event.venue,
      city: event.city,
      country: event.country,
      cancelled: event.cancelledAt !== null,
    },
    items: [
      ...agenda.items.map((item) => itemOf(item, "confirmed")),
      ...agenda.cancelled.map((item) => itemOf(item, "cancelled")),
    ],
  });

  function itemOf(item: ExportedItem, status: "confirmed" | "cancelled") {
    return {
      id: item.id,
      status,
      sequence: item.sequence,
      url: `${home}#item-${item.id}`,
      calendar: `${home}/agenda/${item.id}.ics`,
      kind: item.kind,
      title: item.title,
      abstract: item.abstract,
      startsAt: localWithOffset(item.startsAt, event.zone),
      endsAt: localWithOffset(item.endsAt, event.zone),
      room: item.room,
      languages: item.languages,
      attribution: item.attribution,
      people: item.people.map(({ id, name, courtesyTitle, title, role, presence, behalf }) => ({
        id,
        name,
        courtesyTitle,
        title: title ?? {},
        role,
        presence,
        onBehalfOf: behalf ?? null,
      })),
    };
  }
}
