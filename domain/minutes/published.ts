import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems, agendaReleases, currentAgenda } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { minutesPublications, minutesRevisions } from "@/db/schema/item-papers";
import type { Actor } from "@/domain/access/actor";
import { readerOf } from "@/domain/item-documents/reader";
import { now } from "@/lib/clock";

/** The items of an event whose minutes somebody outside of the workspace may read. */
export async function itemsWithMinutes(actor: Actor, eventId: string, at: Date) {
  return db()
    .select({ itemId: currentAgenda.id, item: currentAgenda.title, startsAt: currentAgenda.startsAt })
    .from(minutesPublications)
    .innerJoin(agendaItems, eq(agendaItems.id, minutesPublications.itemId))
    .innerJoin(currentAgenda, eq(currentAgenda.id, minutesPublications.itemId))
    .innerJoin(events, eq(events.id, currentAgenda.eventId))
    .where(readable(actor, eventId, at))
    .orderBy(currentAgenda.startsAt);
}

/** The published minutes of an item for somebody outside of the workspace; nothing where there are none for them. */
export async function publishedMinutes(
  actor: Actor,
  { itemId, eventId }: { itemId: string; eventId: string },
  at = now(),
) {
  const [row] = await db()
    .select({
      item: currentAgenda.title,
      startsAt: currentAgenda.startsAt,
      endsAt: currentAgenda.endsAt,
      zone: events.zone,
      attribution: agendaItems.attribution,
      locale: minutesRevisions.locale,
      body: minutesRevisions.body,
      publishedAt: minutesPublications.publishedAt,
    })
    .from(minutesPublications)
    .innerJoin(minutesRevisions, eq(minutesRevisions.id, minutesPublications.revisionId))
    .innerJoin(agendaItems, eq(agendaItems.id, minutesPublications.itemId))
    .innerJoin(currentAgenda, eq(currentAgenda.id, minutesPublications.itemId))
    .innerJoin(events, eq(events.id, currentAgenda.eventId))
    .where(and(eq(currentAgenda.id, itemId), readable(actor, eventId, at)));
  return row;
}

/** Minutes of a closed item are for organizers alone, whether it is closed in the release or became so in the draft. */
function readable(actor: Actor, eventId: string, at: Date): SQL | undefined {
  const closedInRelease = sql`exists (
    select 1 from ${agendaReleases}, jsonb_array_elements(${agendaReleases.content}->'items') item
    where ${agendaReleases.eventId} = ${currentAgenda.eventId} and ${agendaReleases.number} = ${currentAgenda.number}
      and item->>'id' = ${currentAgenda.id}::text and item->>'attribution' = 'closed')`;
  return and(
    eq(currentAgenda.eventId, eventId),
    isNull(minutesPublications.withdrawnAt),
    ne(agendaItems.attribution, "closed"),
    sql`not ${closedInRelease}`,
    readerOf(actor, at).items,
  );
}
