import { and, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { PoolKind } from "@/db/enums";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { EventRow } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { poolOf } from "@/domain/pools/pool-of";
import { poolsOf } from "@/domain/pools/queries";
import { seatFor } from "@/domain/pools/rules";
import { keepConsent } from "@/domain/privacy/consents";
import { type Checked, checkFilled, type Filled } from "@/domain/questions/check-filled";
import { writeAnswers } from "@/domain/questions/save-answers";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { RegistrationInput } from "./input";
import { ensureKnownOrganisation } from "./known-organisation";
import { admit, lets, liveStates, registrationDoor } from "./rules";
import { placeInLine } from "./seats";
import { tell } from "./tell";

/** What the page says after registering: what happened behind the door, and the place where there is a line. */
export type Registered = { outcome: "approved" | "submitted" | "waitlisted"; place: number };

/**
 * Registers one person for an announced event. The event's row is the queue: behind its lock the seats are counted and
 * the last one is given once. Refuses with the door's code where it does not let
 * in, `no_such_organisation`, and `misfilled` or `foreign_question` where the event's questions are not answered as
 * they must be.
 *
 * The answer depends on the event alone, never on whether the address was registered before: a second registration
 * writes nothing but a mail with a fresh link, so that nobody learns from the page who is coming.
 */
export async function register(
  actor: Actor,
  { answers, files, removed, ...input }: RegistrationInput & Filled,
  at = now(),
): Promise<Registered> {
  ensure(actor, "participation.register");
  if (input.website !== "") throw new Refusal("not_a_person");
  await ensureKnownOrganisation(actor, { from: null, to: input.organisationId }, at);
  const write = () =>
    db().transaction(async (tx) => {
      const event = await queueFor(tx, input.event);
      const person = { class: "delegate" as const, organisationId: input.organisationId };
      const pool = await poolOf(tx, event, person, at);
      const seatPool = seatFor(await poolsOf(tx, event.id, at), pool);
      const door = registrationDoor(event, seatPool ? 1 : 0, at);
      if (door === "not_public") throw new Refusal("not_found");
      if (!lets(door)) throw new Refusal(`registration_${door}`);
      const outcome = admit(door);
      const place = outcome === "waitlisted" ? await placeInLine(tx, event.id) : 0;
      const seat = { pool, seatPool: outcome === "approved" ? seatPool : null };
      // Before the address is looked up: what is wrong with an answer must not tell who is registered.
      const checked = await checkFilled(tx, event.id, { answers, files, removed }, "registration");
      if (!(await remind(tx, event, input.email, at)))
        await insert(tx, actor, event, input, { outcome, seat, checked }, at);
      return { outcome, place };
    });
  return refusing(participationConstraints, write);
}

/** What the database may say no to when a participation is written. */
export const participationConstraints = {
  participations_live_email: "already_registered",
  participations_one_head: "head_taken",
  participations_one_alternate: "alternate_taken",
  participations_head_of_delegation: "head_of_nothing",
  participations_organisation_id_organisations_id_fk: "no_such_organisation",
  participations_reachable: "no_address",
};

async function queueFor(tx: Transaction, slug: string): Promise<EventRow> {
  const [event] = await tx.select().from(events).where(eq(events.slug, slug)).for("update");
  if (!event) throw new Refusal("not_found");
  return event;
}

/** Mails an address that is registered already its own state and a fresh link; answers whether it was. */
async function remind(tx: Transaction, event: EventRow, email: string, at: Date) {
  const [existing] = await tx
    .select()
    .from(participations)
    .where(
      and(
        eq(participations.eventId, event.id),
        eq(participations.email, email),
        inArray(participations.state, [...liveStates]),
      ),
    );
  if (existing) await tell(tx, "again", { ...existing, stateAt: at }, event);
  return existing !== undefined;
}

type Admission = {
  outcome: Registered["outcome"];
  seat: { pool: PoolKind; seatPool: PoolKind | null };
  checked: Checked;
};

async function insert(
  tx: Transaction,
  actor: Actor,
  event: EventRow,
  { event: _, website: __, listed, ...person }: RegistrationInput,
  { outcome: state, seat, checked }: Admission,
  at: Date,
) {
  const [row] = await tx
    .insert(participations)
    .values({
      ...person,
      ...seat,
      eventId: event.id,
      state,
      stateAt: at,
      createdAt: at,
      updatedAt: at,
      listingConsentedAt: listed ? at : null,
      source: "registration",
    })
    .returning();
  if (!row) throw new Refusal("not_found");
  await keepConsent(tx, row.id, { kind: "privacy", given: true, locale: row.locale }, at);
  await keepConsent(tx, row.id, { kind: "listing", given: listed, locale: row.locale }, at);
  await writeAnswers(tx, row, checked, at);
  await record(tx, actor, {
    action: "participation.register",
    subject: ["participation", row.id],
    eventId: event.id,
    at,
    details: { to: state },
  });
  await tell(tx, state, row, event);
}
