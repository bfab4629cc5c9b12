import { and, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { PoolKind } from "@/db/enums";
import { history } from "@/db/schema/history";
import { invitations } from "@/db/schema/invitations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { EventRow } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { ensureKnownOrganisation } from "@/domain/participations/known-organisation";
import { promote } from "@/domain/participations/promote";
import { participationConstraints } from "@/domain/participations/register";
import { liveStates } from "@/domain/participations/rules";
import type { ParticipationRow } from "@/domain/participations/said";
import { tell } from "@/domain/participations/tell";
import { poolsOf } from "@/domain/pools/queries";
import { seatFor } from "@/domain/pools/rules";
import { keepConsent } from "@/domain/privacy/consents";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { AcceptInvitationInput } from "./input";
import { ensureOpen, type InvitationRow, lockInvitation } from "./lock";

/**
 * Accepts a personal invitation, once: the invitee is registered under the invitation's address and class. A
 * guaranteed place becomes their seat, however full the event is; otherwise they get a free seat their pool may draw
 * from, or a place in line. Nobody decides a second time on whom the secretariat has invited. Who is registered under
 * the address already keeps that registration, with what is said now; one of a delegation stays in it.
 * Refuses `invitation_accepted`, `invitation_declined`, `invitation_revoked`, `invitation_expired`, `event_cancelled`,
 * `event_over`, `no_such_organisation`.
 */
export async function accept(actor: Actor, input: AcceptInvitationInput, at = now()) {
  if (actor.kind !== "invitee") throw new Refusal("not_found");
  await ensureKnownOrganisation(actor, { from: null, to: input.organisationId }, at);
  const answer = () =>
    db().transaction(async (tx) => {
      const { event, row } = await lockInvitation(tx, actor.invitationId);
      ensure(actor, "invitation.answer", { invitationId: row.id });
      ensureOpen(row, at);
      if (row.delegationId) throw new Refusal("not_found");
      if (event.cancelledAt) throw new Refusal("event_cancelled");
      if (event.endsAt <= at) throw new Refusal("event_over");
      const known = await registered(tx, event.id, row.email);
      const seat = await seatOf(tx, event, row, known, at);
      const participation = await write(tx, { event, row, known, seat, input, at });
      await keepConsents(tx, participation, { listed: input.listed, locale: row.locale }, at);
      await tx
        .update(invitations)
        .set({ acceptedAt: at, openedAt: row.openedAt ?? at, participationId: participation.id })
        .where(eq(invitations.id, row.id));
      const { state } = participation;
      const deed = { action: "invitation.answer" as const, eventId: event.id, at };
      await record(tx, actor, { ...deed, subject: ["invitation", row.id], details: { answer: "accepted" } });
      await record(tx, actor, {
        ...deed,
        subject: ["participation", participation.id],
        details: { to: state },
      });
      await tell(tx, state === "approved" ? "approved" : "waitlisted", participation, event);
      // Whoever held a seat in another pool before leaves it to the next.
      await promote(tx, event, at);
      return { outcome: state };
    });
  return refusing(participationConstraints, answer);
}

/** What the form was sent with: the privacy notice it prints, and whether the name may be published. */
async function keepConsents(
  tx: Transaction,
  { id }: ParticipationRow,
  { listed, locale }: { listed: boolean; locale: InvitationRow["locale"] },
  at: Date,
) {
  await keepConsent(tx, id, { kind: "privacy", given: true, locale }, at);
  await keepConsent(tx, id, { kind: "listing", given: listed, locale }, at);
}

/** The registration that stands under the address already, if there is one. */
async function registered(tx: Transaction, eventId: string, email: string) {
  const [row] = await tx
    .select()
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.email, email),
        inArray(participations.state, [...liveStates]),
      ),
    )
    .for("update");
  return row;
}

type Seat = { seatPool: PoolKind | null; overrideReason: string };

/** The kept seat of a guarantee, with the reason it was given above the capacity where it was; else the one they hold, or a free one. */
async function seatOf(
  tx: Transaction,
  event: EventRow,
  row: InvitationRow,
  known: ParticipationRow | undefined,
  at: Date,
): Promise<Seat> {
  if (row.guaranteed) {
    const [override] = await tx
      .select({ reason: history.reason })
      .from(history)
      .where(and(eq(history.subjectId, row.id), eq(history.action, "participation.override")));
    return { seatPool: row.pool, overrideReason: override?.reason ?? "" };
  }
  if (known?.seatPool) return { seatPool: known.seatPool, overrideReason: known.overrideReason };
  return { seatPool: seatFor(await poolsOf(tx, event.id, at), row.pool), overrideReason: "" };
}

type Writing = {
  event: EventRow;
  row: InvitationRow;
  known: ParticipationRow | undefined;
  seat: Seat;
  input: AcceptInvitationInput;
  at: Date;
};

const pickOrganisation = ({ organisationId, organisationName }: ParticipationRow) => ({
  organisationId,
  organisationName,
});

async function write(
  tx: Transaction,
  { event, row, known, seat, input: { listed, ...person }, at }: Writing,
): Promise<ParticipationRow> {
  const values = {
    ...person,
    // One of a delegation comes for it, whatever else they name: its focal points act for them.
    ...(known?.delegationId ? pickOrganisation(known) : {}),
    ...seat,
    class: known?.class === "head" ? known.class : row.class,
    pool: row.pool,
    offerExpiresAt: null,
    state: seat.seatPool ? ("approved" as const) : ("waitlisted" as const),
    stateAt: at,
    stateReason: "",
    updatedAt: at,
    listingConsentedAt: listed ? (known?.listingConsentedAt ?? at) : null,
  };
  const fresh = { eventId: event.id, email: row.email, locale: row.locale, createdAt: at };
  const [written] = known
    ? await tx
        .update(participations)
        .set({ ...values, revision: known.revision + 1 })
        .where(eq(participations.id, known.id))
        .returning()
    : await tx
        .insert(participations)
        .values({ ...values, ...fresh, source: "invitation" })
        .returning();
  if (!written) throw new Error("a participation vanished behind the event's lock");
  return written;
}
