import { env } from "@/lib/env";
import { type Element, xmlDocument } from "@/lib/xml";
import type { Schedule, ScheduleEntry } from "./schedule";

/** A schedule as `schedule.xml` of Pentabarf, frab and c3voc, by their published XSD. */
export function scheduleXml({ days, ...schedule }: Schedule): string {
  return xmlDocument([
    "schedule",
    {},
    ["generator", { name: "Plenary", system: new URL(env().BASE_URL).host }],
    ["url", {}, `${schedule.url}/schedule.xml`],
    ["version", {}, schedule.version],
    [
      "conference",
      {},
      ["title", {}, schedule.title],
      ["acronym", {}, schedule.acronym],
      ["start", {}, schedule.start],
      ["end", {}, schedule.end],
      ["days", {}, String(days.length)],
      ["timeslot_duration", {}, "00:05"],
      ["base_url", {}, env().BASE_URL],
      ["url", {}, schedule.url],
      ["time_zone_name", {}, schedule.zone],
    ],
    ...days.map(
      (day): Element => [
        "day",
        { index: day.index, date: day.date, start: day.start, end: day.end },
        ...day.rooms.map(
          (room): Element => ["room", { name: room.name, guid: room.guid }, ...room.entries.map(eventOf)],
        ),
      ],
    ),
  ]);
}

function eventOf(entry: ScheduleEntry): Element {
  return [
    "event",
    { id: entry.id, guid: entry.guid },
    ["room", {}, entry.room],
    ["title", {}, entry.title],
    ["subtitle", {}],
    ["type", {}, entry.type],
    ["date", {}, entry.date],
    ["start", {}, entry.start],
    ["duration", {}, entry.duration],
    ["abstract", {}, entry.abstract],
    ["slug", {}, entry.slug],
    ["track", {}],
    ["persons", {}, ...entry.persons.map(({ guid, name }): Element => ["person", { guid }, name])],
    ...(entry.language ? [["language", {}, entry.language] satisfies Element] : []),
    ...(entry.offTheRecord
      ? [["recording", {}, ["license", {}], ["optout", {}, "true"]] satisfies Element]
      : []),
    ["links", {}],
    ["attachments", {}],
    ["url", {}, entry.url],
  ];
}
