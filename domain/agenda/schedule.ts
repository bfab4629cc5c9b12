import type { Locale } from "@/db/enums";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { addDays, byDay, dayIn, formatClock, lastDay, localWithOffset, zonedToInstant } from "@/lib/time";
import type { ExportedAgenda, ExportedItem } from "./exported";
import { acronymOf, durationOf, numbersOf } from "./schedule-rules";

/**
 * A public agenda as the programs of conferences think of it: days, in each of them rooms, in each of them what takes
 * place there. What both formats of a schedule, XML and JSON, are written from, in one language. They know no
 * cancelled item: it is left out.
 */
export function scheduleOf({ event, number, items }: ExportedAgenda, locale: Locale) {
  const acronym = acronymOf(event.slug);
  const home = `${env().BASE_URL}/${locale}/events/${event.slug}`;
  const numbers = numbersOf(items.map((item) => item.id));
  const elsewhere = event.venue || pick(event.city, locale).text || pick(event.title, locale).text;
  const entries = items.map((item) => ({
    ...entryOf(item, event.zone, locale),
    id: numbers.get(item.id) ?? 1,
    slug: `${acronym}-${item.id}`,
    url: `${home}#item-${item.id}`,
    room: item.room ? [item.room.name, item.room.building].filter(Boolean).join(", ") : elsewhere,
    roomId: item.room?.id,
  }));
  const days = daysOf(event, items).map((day, index) => {
    const ofDay = entries.filter((entry) => entry.day === day);
    return { index: index + 1, date: day, ...boundsOf(ofDay, day, event.zone), rooms: byRoom(ofDay) };
  });
  return {
    acronym,
    title: pick(event.title, locale).text,
    version: `release ${number}`,
    url: home,
    zone: event.zone,
    start: days[0]?.date ?? dayIn(event.startsAt, event.zone),
    end: days.at(-1)?.date ?? dayIn(event.startsAt, event.zone),
    days,
  };
}

export type Schedule = ReturnType<typeof scheduleOf>;
export type ScheduleEntry = Schedule["days"][number]["rooms"][number]["entries"][number];

function entryOf(item: ExportedItem, zone: string, locale: Locale) {
  const names = item.people.map(({ id, courtesyTitle, name }) => ({
    guid: id,
    name: [courtesyTitle, name].filter(Boolean).join(" "),
  }));
  return {
    guid: item.id,
    day: dayIn(item.startsAt, zone),
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    date: localWithOffset(item.startsAt, zone),
    start: formatClock(item.startsAt, zone, "en"),
    duration: durationOf(item.startsAt, item.endsAt),
    title: pick(item.title, locale).text,
    abstract: pick(item.abstract, locale).text,
    type: item.kind,
    // The format has place for one: only where there is no interpretation is it the whole truth.
    language: item.languages.length === 1 ? item.languages[0] : undefined,
    offTheRecord: item.attribution !== "on_record",
    // Somebody with two roles in an item is there once.
    persons: [...new Map(names.map((person) => [person.guid, person])).values()],
  };
}

/** Every day of the event, and of its items, without a gap. */
function daysOf(event: ExportedAgenda["event"], items: ExportedItem[]): string[] {
  const { startsAt, endsAt, zone } = event;
  const begun = byDay(items, (item) => item.startsAt, zone).map(({ day }) => day);
  const all = [dayIn(startsAt, zone), lastDay(startsAt, endsAt, zone), ...begun].toSorted();
  const [first = "", last = ""] = [all[0], all.at(-1)];
  const days = [first];
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** From the first beginning to the last end of a day; a day on which nothing is public is the day itself. */
function boundsOf(entries: { startsAt: Date; endsAt: Date }[], day: string, zone: string) {
  const from = entries.map((entry) => entry.startsAt.getTime());
  const to = entries.map((entry) => entry.endsAt.getTime());
  const [begin, end] =
    entries.length > 0
      ? [new Date(Math.min(...from)), new Date(Math.max(...to))]
      : [midday(day, zone), midday(day, zone)];
  return { start: localWithOffset(begin, zone), end: localWithOffset(end, zone) };
}

/** A moment of a day that no clock has ever skipped. */
function midday(day: string, zone: string): Date {
  const noon = zonedToInstant(`${day}T12:00`, zone);
  return noon.kind === "instant" ? noon.instant : new Date(`${day}T12:00:00Z`);
}

function byRoom<T extends { room: string; roomId: string | undefined }>(entries: T[]) {
  const rooms = new Map<string, { name: string; guid: string | undefined; entries: T[] }>();
  for (const entry of entries) {
    const room = rooms.get(entry.room) ?? { name: entry.room, guid: entry.roomId, entries: [] };
    rooms.set(entry.room, { ...room, entries: [...room.entries, entry] });
  }
  return [...rooms.values()];
}
