import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import type { EventRow } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { liveStates } from "@/domain/participations/rules";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import { newToken } from "@/lib/tokens";
import { tellInvited } from "./tell";

type Written = Pick<typeof invitations.$inferInsert, "email" | "name" | "locale" | "expiresAt"> &
  Partial<Pick<typeof invitations.$inferInsert, "class" | "pool" | "guaranteed" | "delegationId">>;

/**
 * Writes one invitation and its mail, behind the event's lock. An earlier one to the address that has run out is
 * closed; one that is open stays the only one. Refuses `already_invited`, `already_registered`.
 */
export async function writeInvitation(
  tx: Transaction,
  actor: Actor,
  event: EventRow,
  invitation: Written,
  at: Date,
) {
  if (!invitation.delegationId) await ensureNotComing(tx, event.id, invitation.email);
  await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitations.eventId, event.id),
        eq(invitations.email, invitation.email),
        lte(invitations.expiresAt, sql`${at.toISOString()}::timestamptz`),
        isNull(invitations.acceptedAt),
        isNull(invitations.declinedAt),
        isNull(invitations.revokedAt),
      ),
    );
  const { token, hash } = newToken();
  const [row] = await tx
    .insert(invitations)
    .values({ ...invitation, eventId: event.id, tokenHash: hash, createdAt: at })
    .onConflictDoNothing()
    .returning();
  if (!row) throw new Refusal("already_invited");
  await record(tx, actor, {
    action: "invitation.invite",
    subject: ["invitation", row.id],
    eventId: event.id,
    at,
    details: { class: row.class, pool: row.pool, guaranteed: row.guaranteed },
  });
  await tellInvited(tx, event, row, token);
  return row;
}

async function ensureNotComing(tx: Transaction, eventId: string, email: string) {
  const [live] = await tx
    .select({ id: participations.id })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.email, email),
        inArray(participations.state, [...liveStates]),
      ),
    );
  if (live) throw new Refusal("already_registered");
}

/** Refuses to invite to what nobody can come to: `event_not_announced`, `event_cancelled`, `event_over`. */
export function ensureInviting(event: EventRow, at: Date) {
  if (!event.announcedAt || event.announcedAt > at) throw new Refusal("event_not_announced");
  if (event.cancelledAt) throw new Refusal("event_cancelled");
  if (event.endsAt <= at) throw new Refusal("event_over");
}

/**
 * The instant until which an invitation can be answered, from its local time: to come, and not after the event.
 * Refuses `time_skipped`, `time_twice`, `expiry_not_possible`.
 */
export function expiryOf(local: string, event: EventRow, at: Date): Date {
  const zoned = zonedToInstant(local, event.zone);
  if (zoned.kind !== "instant")
    throw new Refusal(zoned.kind === "skipped" ? "time_skipped" : "time_twice", {
      time: local.replace("T", " "),
    });
  if (zoned.instant <= at || zoned.instant > event.endsAt) throw new Refusal("expiry_not_possible");
  return zoned.instant;
}
