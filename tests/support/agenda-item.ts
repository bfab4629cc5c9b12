import type { AgendaRole } from "@/db/enums";
import type { AgendaItemInput } from "@/domain/agenda/input";

/** What an organizer writes who adds an item, on the first morning of `makeEvent`. */
export function agendaItem(eventId: string, facts: Partial<AgendaItemInput> = {}): AgendaItemInput {
  return {
    eventId,
    kind: "plenary",
    title: { en: "Plenary" },
    abstract: {},
    roomId: null,
    startsAt: "2026-06-10T09:00",
    endsAt: "2026-06-10T10:00",
    plannedMinutes: 60,
    audience: "public",
    attribution: "on_record",
    languages: [],
    expected: null,
    statementIds: [],
    announcementIds: [],
    stillRight: [],
    people: [],
    ...facts,
  };
}

/** Somebody's part in an item. */
export function partOf(personId: string, role: AgendaRole): AgendaItemInput["people"][number] {
  return { personId, role, confirmation: "confirmed", presence: "in_person", onBehalfOf: null };
}
