import "server-only";
import type { PrintedAgenda } from "@/components/agenda/agenda-pdf";
import type { Locale } from "@/db/enums";
import type { ExportedAgenda, ExportedItem } from "@/domain/agenda/exported";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { serif } from "@/lib/pdf/fonts";
import { absolute } from "@/lib/seo";
import { byDay, dayIn, formatClockRange, formatDay, formatRange, zoneName } from "@/lib/time";

/** The words of a public agenda on paper, by day or by room. */
export function printedAgenda(
  agenda: ExportedAgenda,
  locale: Locale,
  { group, byRoom }: { group: string; byRoom: boolean },
): PrintedAgenda {
  const { event } = agenda;
  const t = words(locale, "agendaFiles");
  // Of an event that is cancelled what had been planned is printed, under the word that says so.
  const items = event.cancelledAt ? agenda.cancelled : agenda.items;
  const rooms = byRoom ? [...new Set(items.map(roomOf))].toSorted() : [undefined];
  const when = formatRange(event.startsAt, event.endsAt, event.zone, locale, { allDay: true });
  const released = agenda.releasedAt ? formatDay(dayIn(agenda.releasedAt, event.zone), locale) : "";
  return {
    language: locale,
    family: serif,
    group,
    title: pick(event.title, locale).text,
    when: [when, event.venue, pick(event.city, locale).text].filter(Boolean).join(" · "),
    zone: t("timesIn", { zone: zoneName(event.zone, event.startsAt) }),
    release: released ? t("release", { number: agenda.number, day: released }) : "",
    cancelled: event.cancelledAt ? t("cancelled") : "",
    note: `${t("more")}: ${absolute(`/${locale}/events/${event.slug}`)}`,
    page: t("page"),
    parts: rooms.map((room) => ({
      title: room === undefined ? "" : room || t("room"),
      days: byDay(
        items.filter((item) => room === undefined || roomOf(item) === room),
        (item) => item.startsAt,
        event.zone,
      ).map(({ day, items: ofDay }) => ({
        title: formatDay(day, locale, { weekday: true }),
        items: ofDay.map((item) => printedItem(item, event.zone, locale)),
      })),
    })),
  };
}

const roomOf = ({ room }: ExportedItem) =>
  room ? [room.name, room.building].filter(Boolean).join(", ") : "";

function printedItem(item: ExportedItem, zone: string, locale: Locale) {
  const kinds = words(locale, "enums.agendaItemKind");
  const roles = words(locale, "enums.agendaRole");
  return {
    id: item.id,
    time: formatClockRange(item.startsAt, item.endsAt, zone, locale),
    kind: item.kind === "break" ? "" : kinds(item.kind),
    title: pick(item.title, locale).text,
    place: roomOf(item),
    abstract: pick(item.abstract, locale).text,
    people: item.people.map(({ role, courtesyTitle, name, title }) => {
      const named = [courtesyTitle, name].filter(Boolean).join(" ");
      return `${roles(role)}: ${[named, title && pick(title, locale).text].filter(Boolean).join(", ")}`;
    }),
    quiet: item.kind === "break",
  };
}
