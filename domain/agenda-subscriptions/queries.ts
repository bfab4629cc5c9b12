import { and, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaSubscriptions } from "@/db/schema/agenda-subscriptions";
import { exportedAgenda, only } from "@/domain/agenda/exported";
import { dayIn } from "@/lib/time";
import { hashOf } from "@/lib/tokens";

/**
 * The public agenda of an event with the items alone that are starred behind a private link, and whether the link was
 * revoked: then without any. Nothing where the event is not public or the link leads nowhere. Keeps the day of asking.
 */
export async function starredAgenda(slug: string, link: string, at: Date) {
  const agenda = await exportedAgenda(slug, at);
  if (!agenda) return;
  const tokenHash = hashOf(link);
  const own = and(
    eq(agendaSubscriptions.tokenHash, tokenHash),
    eq(agendaSubscriptions.eventId, agenda.event.id),
  );
  const [kept] = await db()
    .select({ itemIds: agendaSubscriptions.itemIds, revokedAt: agendaSubscriptions.revokedAt })
    .from(agendaSubscriptions)
    .where(own);
  if (!kept) return;
  const today = dayIn(at, "UTC");
  // Once a day at most: a calendar asks every half hour.
  await db()
    .update(agendaSubscriptions)
    .set({ lastUsedOn: today })
    .where(and(own, ne(agendaSubscriptions.lastUsedOn, today)));
  const starred = new Set(kept.itemIds);
  return { agenda: only(agenda, (item) => starred.has(item.id)), revoked: kept.revokedAt !== null };
}
