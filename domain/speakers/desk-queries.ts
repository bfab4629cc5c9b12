import { and, asc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { speakersLists } from "@/db/schema/speakers";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { liveStates } from "@/domain/participations/rules";
import { isPublicAt } from "@/domain/publication/where";
import { Refusal } from "@/lib/refusal";
import { listsOf, openSwaps } from "./queries";

/**
 * The speakers' lists of an announced event as a delegation sees them: everyone's place and class, the names of its own
 * alone, the swaps it is asked for, and who of it may speak. Items for organizers alone are not there.
 */
export async function listsAtDesk(actor: Actor, eventId: string, at: Date) {
  ensure(actor, "desk.enter");
  if (actor.kind !== "user" || !actor.organisationId) throw new Refusal("not_allowed");
  const own = actor.organisationId;
  const items = await db()
    .select({
      id: agendaItems.id,
      title: agendaItems.title,
      kind: agendaItems.kind,
      startsAt: agendaItems.startsAt,
      endsAt: agendaItems.endsAt,
    })
    .from(speakersLists)
    .innerJoin(agendaItems, eq(agendaItems.id, speakersLists.itemId))
    .innerJoin(events, eq(events.id, speakersLists.eventId))
    .where(
      and(
        eq(speakersLists.eventId, eventId),
        ne(agendaItems.audience, "organizers"),
        isPublicAt({ publicFrom: events.announcedAt }, at),
      ),
    )
    .orderBy(asc(agendaItems.startsAt), agendaItems.id);
  const ids = items.map((item) => item.id);
  const [lists, swaps, people] = await Promise.all([
    listsOf(ids),
    openSwaps(ids),
    speakersOfOwn(eventId, own),
  ]);
  const shown = items.flatMap((item) => {
    const list = lists.find((one) => one.itemId === item.id);
    if (!list) return [];
    const rows = list.speakers.map((row, index) => ({
      id: row.id,
      place: index + 1,
      organisation: row.organisation,
      country: row.country,
      onBehalfOf: row.onBehalfOf,
      class: row.class,
      state: row.state,
      revision: row.revision,
      own: row.organisationId === own,
      name: row.organisationId === own ? row.name : null,
      courtesyTitle: row.organisationId === own ? row.courtesyTitle : null,
      hasSpeech: row.organisationId === own && row.speechId !== null,
      calledAt: row.calledAt,
    }));
    const mine = new Set(rows.filter((row) => row.own).map((row) => row.id));
    const asked = swaps.filter((swap) => mine.has(swap.firstId) || mine.has(swap.secondId));
    return [{ item, closed: list.closedAt !== null, limits: list.limits, speakers: rows, swaps: asked }];
  });
  return { lists: shown, people };
}

async function speakersOfOwn(eventId: string, organisationId: string) {
  return db()
    .select({ id: participations.id, name: participations.name, courtesyTitle: participations.courtesyTitle })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.organisationId, organisationId),
        isNotNull(participations.delegationId),
        inArray(participations.state, [...liveStates]),
      ),
    )
    .orderBy(participations.name);
}
