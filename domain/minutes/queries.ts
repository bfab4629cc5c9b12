import { and, asc, desc, eq, inArray, isNull, max } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItemPeople, agendaItems } from "@/db/schema/agenda";
import { minutesPublications, minutesRevisions } from "@/db/schema/item-papers";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { standingPublication } from "./latest";

/** The items of an event's working draft with how far their minutes are: the latest revision, and the one published. */
export async function minutesOf(actor: Actor, eventId: string) {
  ensure(actor, "minutes.edit");
  const items = await db()
    .select({
      id: agendaItems.id,
      kind: agendaItems.kind,
      title: agendaItems.title,
      startsAt: agendaItems.startsAt,
      endsAt: agendaItems.endsAt,
      audience: agendaItems.audience,
      attribution: agendaItems.attribution,
    })
    .from(agendaItems)
    .where(eq(agendaItems.eventId, eventId))
    .orderBy(asc(agendaItems.startsAt), agendaItems.id);
  const ids = items.map((item) => item.id);
  if (ids.length === 0) return [];
  const [latest, published] = await Promise.all([
    db()
      .select({ itemId: minutesRevisions.itemId, number: max(minutesRevisions.number) })
      .from(minutesRevisions)
      .where(inArray(minutesRevisions.itemId, ids))
      .groupBy(minutesRevisions.itemId),
    db()
      .select({ itemId: minutesPublications.itemId, number: minutesRevisions.number })
      .from(minutesPublications)
      .innerJoin(minutesRevisions, eq(minutesRevisions.id, minutesPublications.revisionId))
      .where(and(inArray(minutesPublications.itemId, ids), isNull(minutesPublications.withdrawnAt))),
  ]);
  return items.map((item) => ({
    ...item,
    latest: latest.find((one) => one.itemId === item.id)?.number ?? undefined,
    published: published.find((one) => one.itemId === item.id)?.number,
  }));
}

/**
 * The minutes of one item of an event for those who write them: every revision, latest first, what is published, and
 * the people of the item. Refuses `not_found`.
 */
export async function minutesForEditor(actor: Actor, eventId: string, itemId: string) {
  ensure(actor, "minutes.edit");
  const [item] = await db()
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, eventId)));
  if (!item) throw new Refusal("not_found");
  const [revisions, published, cast] = await Promise.all([
    db()
      .select()
      .from(minutesRevisions)
      .where(eq(minutesRevisions.itemId, itemId))
      .orderBy(desc(minutesRevisions.number)),
    standingPublication(db(), itemId),
    db()
      .selectDistinct({ id: people.id, name: people.name, sortName: people.sortName })
      .from(agendaItemPeople)
      .innerJoin(people, eq(people.id, agendaItemPeople.personId))
      .where(eq(agendaItemPeople.itemId, itemId)),
  ]);
  return { item, revisions, published, people: cast };
}
