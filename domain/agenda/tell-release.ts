import { and, desc, eq, gt, gte, isNull, lt, or } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { agendaReleases, type ReleasedItem } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { EventRow } from "@/domain/events/lock";
import { post } from "@/domain/outbox/post";
import { isPublic } from "@/domain/publication/rules";
import { now } from "@/lib/clock";
import { difference, newsByPerson } from "./difference";
import { letterOf } from "./letter";
import { reachable } from "./reach";

/**
 * Tells exactly those whom a release concerns, each once per release with a calendar file for every item: also where the
 * job runs again after a crash. Nobody is told of an event that is not announced, is cancelled or is over; the first
 * release after the announcement tells everybody of their part. Answers how many mails were written.
 */
export async function tellRelease(actor: Actor, { id }: { id: string }, at = now()): Promise<number> {
  return db().transaction(async (tx) => {
    ensure(actor, "agenda.tell-release");
    const [found] = await tx
      .select({ release: agendaReleases, event: events })
      .from(agendaReleases)
      .innerJoin(events, eq(events.id, agendaReleases.eventId))
      .where(eq(agendaReleases.id, id))
      .for("update", { of: agendaReleases });
    if (!found || !isTold(found.event, at) || !isOut(found.release, at)) return 0;
    const { release, event } = found;
    const before = await lastTold(tx, event, release.number);
    const news = newsByPerson(difference(before, release.content.items));
    let written = 0;
    for (const person of await reachable(tx, event.id, [...news.keys()])) {
      const letter = letterOf(person, news.get(person.id) ?? [], { event, release });
      if (await post(tx, letter)) written++;
    }
    return written;
  });
}

function isTold(event: EventRow, at: Date): boolean {
  return (
    event.announcedAt !== null && event.announcedAt <= at && event.cancelledAt === null && event.endsAt > at
  );
}

/** One that was taken back before anybody was told of it is told to nobody. */
function isOut({ releasedAt, withdrawnAt }: typeof agendaReleases.$inferSelect, at: Date): boolean {
  return isPublic({ publicFrom: releasedAt, withdrawnAt }, at);
}

/** The items people were last told of: those of the release before, unless nobody knew of the event then. */
async function lastTold(tx: Transaction, event: EventRow, number: number): Promise<ReleasedItem[]> {
  const [before] = await tx
    .select({ content: agendaReleases.content })
    .from(agendaReleases)
    .where(
      and(
        eq(agendaReleases.eventId, event.id),
        lt(agendaReleases.number, number),
        or(isNull(agendaReleases.withdrawnAt), gt(agendaReleases.withdrawnAt, agendaReleases.releasedAt)),
        event.announcedAt ? gte(agendaReleases.releasedAt, event.announcedAt) : undefined,
      ),
    )
    .orderBy(desc(agendaReleases.number))
    .limit(1);
  return before?.content.items ?? [];
}
