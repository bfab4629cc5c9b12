import type { Locale } from "@/db/enums";
import type { CalendarEntry } from "@/lib/calendar/calendar";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import type { ExportedAgenda, ExportedItem } from "./exported";

/** The items of a public agenda as a calendar's entries, in one language; what is cancelled stands there as cancelled. */
export function entriesOf(agenda: ExportedAgenda, locale: Locale): CalendarEntry[] {
  return [
    ...agenda.items.map((item) => entryOf(item, agenda, locale)),
    ...agenda.cancelled.map((item) => ({ ...entryOf(item, agenda, locale), cancelled: true })),
  ];
}

function entryOf(item: ExportedItem, { event, changedAt }: ExportedAgenda, locale: Locale): CalendarEntry {
  return {
    id: item.id,
    title: pick(item.title, locale).text,
    summary: [pick(item.abstract, locale).text, castOf(item, locale)].filter(Boolean).join("\n\n"),
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    place: [item.room?.name, item.room?.building || event.venue].filter(Boolean).join(", "),
    url: `${env().BASE_URL}/${locale}/events/${event.slug}#item-${item.id}`,
    // Cancelling an event is no release of its agenda, and calendars must take it over all the same.
    sequence: item.sequence + (event.cancelledAt ? 1 : 0),
    stamp: changedAt,
  };
}

/** Who does what, a line each. */
function castOf(item: ExportedItem, locale: Locale): string {
  const roles = words(locale, "enums.agendaRole");
  return item.people
    .map(
      (person) => `${roles(person.role)}: ${[person.courtesyTitle, person.name].filter(Boolean).join(" ")}`,
    )
    .join("\n");
}
