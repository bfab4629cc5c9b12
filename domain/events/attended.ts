import { and, desc, eq, exists, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { currentAgenda } from "@/db/schema/agenda";
import { delegations } from "@/db/schema/delegations";
import { eventHosts, events } from "@/db/schema/events";
import { participantLists } from "@/db/schema/lists";
import { participations } from "@/db/schema/participations";
import { isCurrentAt } from "@/domain/agenda/current";
import { isPublicAt } from "@/domain/publication/where";
import { summary } from "./queries";

/**
 * Public events that have begun and where an organisation is publicly known to have been: its people are on the list of
 * participants that is published, or speak for it in the public agenda. What it hosts is told elsewhere.
 */
export async function publicEventsAttendedBy(organisationId: string, at: Date) {
  return db()
    .select(summary)
    .from(events)
    .where(
      and(
        isPublicAt({ publicFrom: events.announcedAt }, at),
        lte(events.startsAt, at),
        sql`${events.cancelledAt} is null`,
        or(isListed(organisationId, at), isInAgenda(organisationId, at)),
        notExists(
          db()
            .select({ one: sql`1` })
            .from(eventHosts)
            .where(and(eq(eventHosts.eventId, events.id), eq(eventHosts.organisationId, organisationId))),
        ),
      ),
    )
    .orderBy(desc(events.startsAt), events.id);
}

const later = alias(participantLists, "later");

/** On the latest list that is public: somebody of the organisation who agrees to be named there still. */
function isListed(organisationId: string, at: Date): SQL {
  const readable = (list: typeof participantLists | typeof later) =>
    isPublicAt({ publicFrom: list.publishedAt, withdrawnAt: list.withdrawnAt }, at);
  const ofIt = sql`exists (select 1 from jsonb_array_elements(${participantLists.entries}) entry
    join ${participations} on ${participations.id} = (entry->>'participationId')::uuid
    left join ${delegations} on ${delegations.id} = ${participations.delegationId}
    where coalesce(${participations.organisationId}, ${delegations.organisationId}) = ${organisationId}
      and ${participations.listingConsentedAt} is not null and ${participations.erasedAt} is null)`;
  return exists(
    db()
      .select({ one: sql`1` })
      .from(participantLists)
      .where(
        and(
          eq(participantLists.eventId, events.id),
          readable(participantLists),
          ofIt,
          sql`not exists (select 1 from ${participantLists} "later" where ${later.eventId} = ${events.id}
            and ${later.number} > ${participantLists.number} and ${readable(later)})`,
        ),
      ),
  );
}

function isInAgenda(organisationId: string, at: Date): SQL {
  return exists(
    db()
      .select({ one: sql`1` })
      .from(currentAgenda)
      .where(
        and(
          eq(currentAgenda.eventId, events.id),
          eq(currentAgenda.audience, "public"),
          isCurrentAt(at),
          sql`${currentAgenda.people} @> ${JSON.stringify([{ onBehalfOf: organisationId }])}::text::jsonb`,
        ),
      ),
  );
}
