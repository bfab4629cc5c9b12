import type { z } from "zod";
import { exportedAgenda } from "@/domain/agenda/exported";
import { allPublicEvents, publicEvent } from "@/domain/events/queries";
import { eventState } from "@/domain/events/rules";
import { dayIn, localWithOffset } from "@/lib/time";
import { apiAddress, pageOf, pagesOf } from "./addresses";
import type { eventsAsked } from "./parameters";
import type { Agenda, Event, EventSummary } from "./schemas/events";

/** A page of the public events, latest first. */
export async function eventsForApi(asked: z.output<typeof eventsAsked>, at: Date) {
  const { kind, year, since } = asked;
  const wanted = (await allPublicEvents(at)).filter(
    (event) =>
      (!kind || event.kind === kind) &&
      (!year || dayIn(event.startsAt, event.zone).startsWith(`${year}-`)) &&
      (!since || changedAt(event) >= since),
  );
  const { rows, total } = pageOf(wanted, asked);
  return { total, data: rows.map((row) => summaryOf(row, at)) };
}

/** A public event by its id; nothing where there is none. */
export async function eventForApi(id: string, at: Date): Promise<Event | undefined> {
  const slug = await slugOf(id, at);
  const event = slug && (await publicEvent(slug, at));
  if (!event) return;
  return {
    ...summaryOf(event, at),
    cancellationReason: event.cancellationReason,
    hosts: event.hosts.map(({ organisationId, kind, name, country, role }) => ({
      id: organisationId,
      kind,
      name,
      country,
      role,
    })),
    agenda: apiAddress(`/events/${id}/agenda`),
  };
}

/** The agenda of a public event as it is released; nothing where the event is not public. */
export async function agendaForApi(eventId: string, at: Date): Promise<Agenda | undefined> {
  const slug = await slugOf(eventId, at);
  const agenda = slug && (await exportedAgenda(slug, at));
  if (!agenda) return;
  const { event, number, note, releasedAt } = agenda;
  const itemOf = (item: (typeof agenda.items)[number], status: "confirmed" | "cancelled") => ({
    id: item.id,
    status,
    sequence: item.sequence,
    kind: item.kind,
    title: item.title,
    abstract: item.abstract,
    startsAt: localWithOffset(item.startsAt, event.zone),
    endsAt: localWithOffset(item.endsAt, event.zone),
    room: item.room && { id: item.room.id, name: item.room.name, building: item.room.building },
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
  });
  return {
    self: apiAddress(`/events/${eventId}/agenda`),
    event: {
      id: event.id,
      self: apiAddress(`/events/${event.id}`),
      url: pagesOf(`/events/${event.slug}`),
      title: event.title,
      zone: event.zone,
    },
    release: number > 0 && releasedAt ? { number, releasedAt: releasedAt.toISOString(), note } : null,
    items: [
      ...agenda.items.map((item) => itemOf(item, "confirmed")),
      ...agenda.cancelled.map((item) => itemOf(item, "cancelled")),
    ],
  };
}

const slugOf = async (id: string, at: Date) =>
  (await allPublicEvents(at)).find((event) => event.id === id)?.slug;

type Row = Awaited<ReturnType<typeof allPublicEvents>>[number];

/** What was done to it before anybody knew of it is no change to the public. */
const changedAt = ({ announcedAt, updatedAt }: Row) =>
  announcedAt && announcedAt > updatedAt ? announcedAt : updatedAt;

function summaryOf(event: Row, at: Date): EventSummary {
  const state = eventState(event, at);
  return {
    id: event.id,
    slug: event.slug,
    self: apiAddress(`/events/${event.id}`),
    url: pagesOf(`/events/${event.slug}`),
    kind: event.kind,
    title: event.title,
    summary: event.summary,
    state: state === "draft" ? "announced" : state,
    startsAt: localWithOffset(event.startsAt, event.zone),
    endsAt: localWithOffset(event.endsAt, event.zone),
    zone: event.zone,
    allDay: event.allDay,
    format: event.format,
    venue: event.venue,
    city: event.city,
    country: event.country,
    parentEvent: event.parentEvent,
    announcedAt: (event.announcedAt ?? event.updatedAt).toISOString(),
    updatedAt: changedAt(event).toISOString(),
  };
}
