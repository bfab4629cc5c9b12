import { Temporal } from "temporal-polyfill";
import type { Transaction } from "@/db/client";
import { eventHosts, events } from "@/db/schema/events";
import { pastEvents } from "./data/events";

/** The group's meetings so far, announced, held and concluded. Returns their ids by key. */
export async function seedPastEvents(tx: Transaction, organisations: Record<string, string>) {
  const ids: Record<string, string> = {};
  for (const { key, on, hosts, ...facts } of pastEvents) {
    const [startsAt, endsAt] =
      typeof on === "string" ? wholeDay(on, facts.zone) : on.map((at) => new Date(at));
    if (!startsAt || !endsAt) throw new Error(`${key} has no time`);
    const [event] = await tx
      .insert(events)
      .values({
        ...facts,
        slug: key,
        startsAt,
        endsAt,
        allDay: typeof on === "string",
        announcedAt: new Date(startsAt.getTime() - 30 * 86_400_000),
        concludedAt: new Date(endsAt.getTime() + 86_400_000),
      })
      .returning({ id: events.id });
    if (!event) throw new Error("no event");
    ids[key] = event.id;
    await tx.insert(eventHosts).values(
      hosts.map(([host, role], position) => ({
        eventId: event.id,
        organisationId: known(organisations, host),
        role,
        position,
      })),
    );
  }
  return ids;
}

/** The id under a key of the demonstration's facts; a key that is not there is a mistake in the facts. */
export function known<T>(ids: Record<string, T>, key: string): T {
  const id = ids[key];
  if (!id) throw new Error(`The demonstration knows no "${key}".`);
  return id;
}

/** A day in a zone: from its first instant to the last minute of it. */
function wholeDay(day: string, zone: string): [Date, Date] {
  const date = Temporal.PlainDate.from(day);
  const from = date.toZonedDateTime(zone).epochMilliseconds;
  const to = date.add({ days: 1 }).toZonedDateTime(zone).subtract({ minutes: 1 }).epochMilliseconds;
  return [new Date(from), new Date(to)];
}
