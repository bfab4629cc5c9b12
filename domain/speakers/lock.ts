import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { speakers, speakersLists } from "@/db/schema/speakers";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { Refusal } from "@/lib/refusal";

export type SpeakerRow = typeof speakers.$inferSelect;
export type ListRow = typeof speakersLists.$inferSelect;

/** Locks the list of an item, which is the queue for its floor, and answers it. Refuses `not_found`. */
export async function lockList(tx: Transaction, itemId: string): Promise<ListRow> {
  const [list] = await tx.select().from(speakersLists).where(eq(speakersLists.itemId, itemId)).for("update");
  if (!list) throw new Refusal("not_found");
  return list;
}

/**
 * Locks somebody on a list behind the list itself, and answers both. For a focal point whoever is not of their
 * organisation is not there. Refuses `not_found`, and `stale` where a revision is given and is another.
 */
export async function lockSpeaker(tx: Transaction, actor: Actor, id: string, revision?: number) {
  const [found] = await tx.select({ itemId: speakers.itemId }).from(speakers).where(eq(speakers.id, id));
  if (!found) throw new Refusal("not_found");
  const list = await lockList(tx, found.itemId);
  const [speaker] = await tx.select().from(speakers).where(eq(speakers.id, id));
  const foreign = actor.kind === "user" && actor.role === "focal_point" && actor.organisationId;
  if (!speaker || (foreign && foreign !== speaker.organisationId)) throw new Refusal("not_found");
  if (revision !== undefined && speaker.revision !== revision) throw new Refusal("stale");
  return { list, speaker };
}

/** Everyone on a list, to be put in order. Behind its lock. */
export async function speakersOf(tx: Transaction, itemId: string): Promise<SpeakerRow[]> {
  return tx.select().from(speakers).where(eq(speakers.itemId, itemId));
}

/** Changes somebody on a list behind its lock; the revision grows. Answers the new one. */
export async function writeSpeaker(
  tx: Transaction,
  { id, revision }: Pick<SpeakerRow, "id" | "revision">,
  values: Partial<typeof speakers.$inferInsert>,
) {
  await tx
    .update(speakers)
    .set({ ...values, revision: revision + 1 })
    .where(eq(speakers.id, id));
  return { id, revision: revision + 1 };
}

/** Refuses `not_found` to whoever is bound by it where a list is not one delegations can see: of an event not announced. */
export async function ensureSeen(tx: Transaction, actor: Actor, list: ListRow, at: Date) {
  if (can(actor, "speakers.open")) return;
  const [row] = await tx
    .select({ announcedAt: events.announcedAt, audience: agendaItems.audience })
    .from(events)
    .innerJoin(agendaItems, eq(agendaItems.id, list.itemId))
    .where(eq(events.id, list.eventId));
  const seen = row?.announcedAt && row.announcedAt <= at && row.audience !== "organizers";
  if (!seen) throw new Refusal("not_found");
}

/** Refuses `no_such_organisation`. */
export async function ensureOrganisation(tx: Transaction, id: string) {
  const [row] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id));
  if (!row) throw new Refusal("no_such_organisation");
}
