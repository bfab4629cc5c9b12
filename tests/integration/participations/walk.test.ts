import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { promotionPolicies } from "@/db/enums";
import { events } from "@/db/schema/events";
import { invitations } from "@/db/schema/invitations";
import { participations } from "@/db/schema/participations";
import { accept } from "@/domain/invitations/accept";
import { decline as declineInvitation } from "@/domain/invitations/decline";
import { invite } from "@/domain/invitations/invite";
import { revoke } from "@/domain/invitations/revoke";
import { acceptOffer } from "@/domain/participations/accept-offer";
import { approve } from "@/domain/participations/approve";
import { decline } from "@/domain/participations/decline";
import { declineOffer } from "@/domain/participations/decline-offer";
import { expireOffer } from "@/domain/participations/expire-offer";
import { hold } from "@/domain/participations/hold";
import { preApprove } from "@/domain/participations/pre-approve";
import { register } from "@/domain/participations/register";
import { waitlist } from "@/domain/participations/waitlist";
import { withdraw } from "@/domain/participations/withdraw";
import { editPlaces } from "@/domain/pools/edit";
import { poolsOf } from "@/domain/pools/queries";
import { seatFor } from "@/domain/pools/rules";
import { Refusal } from "@/lib/refusal";
import { house, organizer, protocol, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, registration } from "../../support/make";

beforeAll(makeGroup);

type Move = { deed: number; which: number; seats: number };
const moves = fc.array(fc.record({ deed: fc.nat(99), which: fc.nat(99), seats: fc.nat(6) }), {
  minLength: 30,
  maxLength: 60,
});

/** Does one thing an organizer, a participant, an invitee or the clock might do; a refusal is an answer too. */
async function act(eventId: string, slug: string, { deed, which, seats }: Move, n: number) {
  const [event] = await db().select().from(events).where(eq(events.id, eventId));
  const people = await db().select().from(participations).where(eq(participations.eventId, eventId));
  const open = await db().select().from(invitations).where(eq(invitations.eventId, eventId));
  const row = people[which % Math.max(1, people.length)];
  const invitation = open[which % Math.max(1, open.length)];
  const step = { id: row?.id ?? "", revision: row?.revision ?? 0, reason: "Because" };
  const invitee = { kind: "invitee" as const, invitationId: invitation?.id ?? "", eventId };
  const person = { ...registration(slug, n), organisationId: null };
  const pool = which % 2 === 0 ? ("open" as const) : ("reserve" as const);
  const deeds = [
    () => register(stranger, person, at),
    () => register(stranger, person, at),
    () => approve(organizer, step, at),
    () => approve(organizer, { ...step, pool }, at),
    () => preApprove(organizer, step, at),
    () => waitlist(organizer, step, at),
    () => hold(organizer, step, at),
    () => decline(organizer, step, at),
    () => withdraw(organizer, step, at),
    () => acceptOffer(organizer, step, at),
    () => declineOffer(organizer, step, at),
    () => expireOffer(house, step, new Date(at.getTime() + 25 * 3_600_000)),
    () =>
      invite(
        protocol,
        {
          eventId,
          email: `invited-${n}@example.org`,
          name: "",
          class: "speaker",
          pool,
          guaranteed: seats > 1,
          locale: "en",
          expiresAt: "2026-05-01T12:00",
          reason: "",
        },
        at,
      ),
    () => accept(invitee, person, at),
    () => declineInvitation(invitee, { reason: "" }, at),
    () => revoke(organizer, { id: invitation?.id ?? "" }, at),
    () =>
      editPlaces(
        organizer,
        {
          id: eventId,
          revision: event?.revision ?? 0,
          unlimited: false,
          pools: { members: null, hosts: null, press: null, open: seats, reserve: which % 3 },
          promotionPolicy: promotionPolicies[which % 2] ?? "order",
          offerHours: seats > 3 ? 24 : null,
          nominationClosesAt: null,
          nominationGraceMinutes: 0,
          reviewedFields: [],
          needsKeptDays: 30,
        },
        at,
      ),
  ];
  await deeds[deed % deeds.length]?.().catch((error) => {
    // No such person or invitation yet is a refusal, or an id that is none.
    if (!(error instanceof Refusal) && row && invitation) throw error;
  });
}

describe("whatever is done in whatever order", () => {
  it("no pool is ever over its seats, everybody holds at most one, and nobody waits for a seat that is free", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        moves,
        fc.constantFrom("open" as const, "approval" as const),
        async (deeds, registrationPolicy) => {
          const event = await makeEvent(
            { registrationPolicy, offerHours: deeds.length % 2 === 0 ? 24 : null },
            { open: 2, reserve: 1 },
          );
          for (const [n, move] of deeds.entries()) {
            await act(event.id, event.slug, move, n);
            const pools = await poolsOf(db(), event.id, at);
            for (const pool of pools) expect(pool.taken, pool.kind).toBeLessThanOrEqual(pool.seats);
            const people = await db()
              .select()
              .from(participations)
              .where(eq(participations.eventId, event.id))
              .orderBy(asc(participations.arrival));
            for (const row of people) {
              if (row.state === "approved") expect(row.seatPool).not.toBeNull();
              if (row.state === "waitlisted" && !row.seatPool)
                expect(seatFor(pools, row.pool), row.name).toBeNull();
            }
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
