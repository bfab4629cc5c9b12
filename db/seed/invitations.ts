import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { MailState, ParticipationClass, PoolKind } from "@/db/enums";
import { delegations } from "@/db/schema/delegations";
import { invitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { promotions } from "@/db/schema/pools";
import { before } from "./upcoming-summit";

type Invited = {
  name: string;
  class?: ParticipationClass;
  pool?: PoolKind;
  guaranteed?: boolean;
  mail?: MailState;
  openedDaysAgo?: number;
  declinedBecause?: string;
  revoked?: boolean;
  expired?: boolean;
  reminders?: number;
};

/** Invented people, one invitation in each state and a guaranteed place that is kept. */
const invited: Invited[] = [
  { name: "Oluwaseun Adeyemi", class: "speaker", pool: "reserve", guaranteed: true, openedDaysAgo: 3 },
  { name: "Brigitte van der Berg", class: "speaker" },
  { name: "Tomasz Wiśniewski", class: "observer", reminders: 1 },
  { name: "Ha-eun Park", class: "observer", mail: "bounced" },
  { name: "Lucía Fernández Ortega", class: "press", pool: "press", mail: "failed" },
  {
    name: "Yusuf bin Salman",
    class: "adviser",
    openedDaysAgo: 9,
    declinedBecause: "I chair another meeting that week.",
  },
  { name: "Margit Õunapuu", class: "observer", revoked: true },
  { name: "Chidi Okonkwo", class: "observer", expired: true },
];

/**
 * Personal invitations to the summit in every state, one accepted by a guest who comes, and two focal points' to
 * nominate. Nobody knows the links of these; invite anew to try one.
 */
export async function seedInvitations(tx: Transaction, eventId: string, at: Date) {
  const soon = before(at, -21);
  for (const [n, person] of invited.entries()) {
    await write(tx, eventId, at, {
      ...person,
      email: `invited-${n + 1}@guests.example.org`,
      expiresAt: person.expired ? before(at, 2) : soon,
    });
  }
  const [guest] = await tx
    .select()
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.class, "observer"),
        eq(participations.state, "approved"),
      ),
    )
    .limit(1);
  if (guest?.email) {
    const { name, email } = guest;
    const id = await write(tx, eventId, at, {
      name,
      email,
      class: "observer",
      expiresAt: soon,
      openedDaysAgo: 24,
    });
    await tx
      .update(invitations)
      .set({ acceptedAt: guest.createdAt, participationId: guest.id })
      .where(eq(invitations.id, id));
  }
  const parties = await tx
    .select({ id: delegations.id })
    .from(delegations)
    .where(eq(delegations.eventId, eventId))
    .limit(2);
  for (const [n, { id: delegationId }] of parties.entries()) {
    await write(tx, eventId, at, {
      name: ["Mirja Koskinen", "Anand Pillai"][n] ?? "",
      email: `focal-point-${n + 1}@delegations.example.org`,
      expiresAt: soon,
      openedDaysAgo: 25,
      delegationId,
    });
  }
  await seedPromotions(tx, eventId, at);
}

async function write(
  tx: Transaction,
  eventId: string,
  at: Date,
  {
    mail = "sent",
    openedDaysAgo,
    declinedBecause,
    revoked,
    expired: _,
    ...person
  }: Invited & {
    email: string;
    expiresAt: Date;
    delegationId?: string;
  },
) {
  const createdAt = before(at, 26);
  const [row] = await tx
    .insert(invitations)
    .values({
      ...person,
      eventId,
      locale: "en",
      createdAt,
      tokenHash: createHash("sha256").update(`${eventId} ${person.email}`).digest("hex"),
      openedAt: openedDaysAgo ? before(at, openedDaysAgo) : null,
      declinedAt: declinedBecause ? before(at, 8) : null,
      declineReason: declinedBecause ?? "",
      revokedAt: revoked ? before(at, 5) : null,
      remindedAt: person.reminders ? before(at, 4) : null,
    })
    .returning({ id: invitations.id });
  if (!row) throw new Error("no invitation");
  await tx.insert(mails).values({
    idempotencyKey: `invitation.invited:${row.id}:0`,
    toAddress: person.email,
    toName: person.name,
    locale: "en",
    template: "invitation-invited",
    subject: "Invitation to the summit",
    text: `Dear ${person.name},\n\nWe have the honour of inviting you.\n\n{{link}}\n`,
    html: "<p>We have the honour of inviting you.</p>",
    aboutKind: "invitation",
    aboutId: row.id,
    eventId,
    state: mail,
    attempts: 1,
    lastError: mail === "sent" ? "" : "EENVELOPE 550",
    createdAt,
    sentAt: mail === "sent" ? createdAt : null,
  });
  return row.id;
}

/** Two moves from the waiting list that were made: one by arrival that passed over the press, one by hand. */
async function seedPromotions(tx: Transaction, eventId: string, at: Date) {
  const seated = await tx
    .select({ id: participations.id })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.state, "approved"),
        eq(participations.seatPool, "open"),
      ),
    )
    .limit(2);
  const waiting = await tx
    .select({ id: participations.id, pool: participations.pool })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.state, "waitlisted"),
        isNull(participations.seatPool),
      ),
    );
  const press = waiting.filter((row) => row.pool === "press").slice(0, 2);
  const [first, second] = seated;
  if (!first || !second) return;
  const passed = (rows: { id: string }[], reason: string) => rows.map(({ id }) => ({ id, reason }));
  await tx.insert(promotions).values([
    {
      eventId,
      participationId: first.id,
      pool: "open",
      policy: "order",
      at: before(at, 6),
      passedOver: passed(press, "no_seat_in_pool"),
    },
    {
      eventId,
      participationId: second.id,
      pool: "open",
      policy: "manual",
      at: before(at, 3),
      passedOver: passed(waiting.slice(0, 3), "chosen_by_hand"),
    },
  ]);
}
