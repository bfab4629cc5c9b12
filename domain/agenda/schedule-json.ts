import { env } from "@/lib/env";
import type { Schedule, ScheduleEntry } from "./schedule";
import { isKnownZone } from "./schedule-rules";

/** A schedule as `schedule.json` of frab and c3voc, by their published JSON schema. */
export function scheduleJson({ days, ...schedule }: Schedule): string {
  const rooms = new Map(
    days.flatMap((day) => day.rooms).flatMap(({ guid, name }) => (guid ? [[guid, { guid, name }]] : [])),
  );
  return JSON.stringify({
    generator: { name: "Plenary", url: env().BASE_URL },
    schedule: {
      version: schedule.version,
      base_url: env().BASE_URL,
      conference: {
        acronym: schedule.acronym,
        title: schedule.title,
        start: schedule.start,
        end: schedule.end,
        daysCount: days.length,
        timeslot_duration: "00:05",
        ...(isKnownZone(schedule.zone) ? { time_zone_name: schedule.zone } : {}),
        url: schedule.url,
        rooms: [...rooms.values()],
        days: days.map((day) => ({
          index: day.index,
          date: day.date,
          day_start: day.start,
          day_end: day.end,
          rooms: Object.fromEntries(day.rooms.map((room) => [room.name, room.entries.map(eventOf)])),
        })),
      },
    },
  });
}

function eventOf(entry: ScheduleEntry) {
  return {
    id: entry.id,
    guid: entry.guid,
    slug: entry.slug,
    url: entry.url,
    date: entry.date,
    start: entry.start,
    duration: entry.duration,
    room: entry.room,
    title: entry.title,
    subtitle: "",
    abstract: entry.abstract,
    track: null,
    type: entry.type,
    language: entry.language ?? null,
    ...(entry.offTheRecord ? { do_not_record: true, do_not_stream: true } : {}),
    // By name and guid alone: together with an `id` the schema would not know which of its two kinds of person it is.
    persons: entry.persons,
    links: [],
    attachments: [],
  };
}
