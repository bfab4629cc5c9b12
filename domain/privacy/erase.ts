import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { db, type Transaction } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { participations } from "@/db/schema/participations";
import { erasureRequests } from "@/db/schema/privacy";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { promote } from "@/domain/participations/promote";
import { liveStates } from "@/domain/participations/rules";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { eraseAddress, eraseTraces } from "./erase-traces";
import { participationsOfPerson } from "./held";

/**
 * Erases a person: at every event under the same address everything that names them goes, from registrations, answers,
 * files, mails, links, invitations, badges, published lists and history. A seat they hold at an event to come, or that
 * is kept for them, is freed. What stays names nobody: the row, its class and state, so that counts remain true; and a
 * person's record as office holder, which is public by office. Refuses `not_found`. Answers how many participations.
 */
export async function erase(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    const ids = await participationsOfPerson(tx, id);
    if (ids.length === 0) throw new Refusal("not_found");
    const email = await addressOf(tx, id);
    const eventIds = await eventsOf(tx, ids, email);
    for (const eventId of eventIds) {
      const event = await lockEvent(tx, eventId);
      ensure(actor, "privacy.erase");
      const rows = await tx
        .select({ id: participations.id })
        .from(participations)
        .where(and(eq(participations.eventId, eventId), inArray(participations.id, ids)))
        .for("update");
      if (event.endsAt > at) {
        await tx
          .update(participations)
          .set({ state: "withdrawn", stateAt: at, seatPool: null, offerExpiresAt: null })
          .where(
            and(
              inArray(
                participations.id,
                rows.map((row) => row.id),
              ),
              inArray(participations.state, [...liveStates]),
            ),
          );
      }
      for (const row of rows) {
        await eraseTraces(tx, { eventId, ...row }, at);
        await record(tx, actor, {
          action: "privacy.erase",
          subject: ["participation", row.id],
          eventId,
          at,
        });
      }
      if (email) await eraseAddress(tx, eventId, email, at);
      await promote(tx, event, at);
    }
    await tx
      .update(erasureRequests)
      .set({ doneAt: at })
      .where(
        and(
          inArray(erasureRequests.participationId, ids),
          isNull(erasureRequests.doneAt),
          isNull(erasureRequests.refusedAt),
        ),
      );
    return { erased: ids.length };
  });
}

async function addressOf(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ email: participations.email })
    .from(participations)
    .where(eq(participations.id, id));
  return row?.email ?? null;
}

/** The events of participations, and those an address is invited to, in the order in which everybody locks them. */
async function eventsOf(tx: Transaction, ids: string[], email: string | null): Promise<string[]> {
  const theirs = tx
    .select({ eventId: participations.eventId })
    .from(participations)
    .where(inArray(participations.id, ids));
  const invited = tx
    .select({ eventId: invitations.eventId })
    .from(invitations)
    .where(email ? eq(invitations.email, email) : sql`false`);
  const rows = await union(theirs, invited).orderBy(sql`1`);
  return rows.map((row) => row.eventId);
}
