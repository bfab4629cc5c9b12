import { and, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { agendaItemPeople, agendaItems } from "@/db/schema/agenda";
import { participations } from "@/db/schema/participations";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import type { ReplaceInput } from "@/domain/delegations/input";
import { ensureBeforeDeadline, ensureToCome } from "@/domain/delegations/lock";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { sortKey } from "@/domain/names/rules";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { participationConstraints } from "./register";
import { possible, stateOfSuccessor } from "./rules";
import type { ParticipationRow } from "./said";
import { ensureSeen, eventOf, subjectOf } from "./step";
import { tell } from "./tell";

/**
 * Gives somebody's place to another person: class, pool, seat, place in line and the roles in the agenda go over, the
 * name is reviewed unless whoever decides makes the change. The one is told that the calendar entry is void, the other
 * what is theirs. Refuses `stale`, `not_from_this_state`, `nomination_over`, `already_registered`, `no_address`.
 */
export async function replace(actor: Actor, input: ReplaceInput, at = now()) {
  const { id, revision, reason, ...person } = input;
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, await eventOf(tx, id));
      const [row] = await tx.select().from(participations).where(eq(participations.id, id)).for("update");
      if (!row) throw new Refusal("not_found");
      ensureSeen(actor, row);
      ensure(actor, "participation.replace", subjectOf(row));
      if (row.revision !== revision) throw new Refusal("stale");
      if (!possible("replace", row.state)) throw new Refusal("not_from_this_state");
      ensureToCome(event, at);
      await ensureBeforeDeadline(tx, actor, event, row.delegationId, at);
      const gone = await leave(tx, row, reason, at);
      const successor = await takePlace(tx, actor, event, row, person, at);
      const deed = { action: "participation.replace", eventId: event.id, at, reason } as const;
      await record(tx, actor, {
        ...deed,
        subject: ["participation", id],
        details: { from: row.state, to: gone.state },
      });
      await record(tx, actor, {
        ...deed,
        subject: ["participation", successor.id],
        details: { to: successor.state },
      });
      // Of a nomination that was not submitted nobody was told anything.
      if (row.state !== "nominated") {
        await tell(tx, "replaced", gone, event, row.state === "approved");
        await tell(tx, newsOf(successor), successor, event);
      }
      return { id: successor.id, eventId: event.id, state: successor.state };
    });
  return refusing(participationConstraints, write);
}

async function leave(tx: Transaction, row: ParticipationRow, stateReason: string, at: Date) {
  const [gone] = await tx
    .update(participations)
    .set({
      state: "replaced",
      stateReason,
      stateAt: at,
      updatedAt: at,
      seatPool: null,
      overrideReason: "",
      offerExpiresAt: null,
      revision: row.revision + 1,
    })
    .where(eq(participations.id, row.id))
    .returning();
  if (!gone) throw new Refusal("not_found");
  return gone;
}

type Person = Omit<ReplaceInput, "id" | "revision" | "reason">;

async function takePlace(
  tx: Transaction,
  actor: Actor,
  event: EventRow,
  row: ParticipationRow,
  person: Person,
  at: Date,
) {
  const { eventId, delegationId, organisationId, organisationName, pool, seatPool, overrideReason } = row;
  const decides = can(actor, "participation.approve");
  // An offer is made to a person: the seat is kept, and given to the next one by a decision.
  const state = stateOfSuccessor(row.state, decides && row.offerExpiresAt === null);
  const [successor] = await tx
    .insert(participations)
    .values({
      ...person,
      ...{ eventId, delegationId, organisationId, organisationName, pool, seatPool, overrideReason },
      class: row.class,
      alternate: row.alternate,
      arrival: row.arrival,
      personId: await takeRoles(tx, event, row, person),
      replacesId: row.id,
      state,
      source: delegationId ? "nomination" : "by_hand",
      stateAt: at,
      createdAt: at,
      updatedAt: at,
    })
    .returning();
  if (!successor) throw new Refusal("not_found");
  return successor;
}

/** The roles in the agenda of this event go over to a new entry in the directory; those at other events stay. */
async function takeRoles(tx: Transaction, event: EventRow, { personId }: ParticipationRow, person: Person) {
  if (!personId) return null;
  const items = tx.select({ id: agendaItems.id }).from(agendaItems).where(eq(agendaItems.eventId, event.id));
  const here = and(eq(agendaItemPeople.personId, personId), inArray(agendaItemPeople.itemId, items));
  const roles = await tx.select({ itemId: agendaItemPeople.itemId }).from(agendaItemPeople).where(here);
  if (roles.length === 0) return null;
  const { name, courtesyTitle, email } = person;
  const [entry] = await tx
    .insert(people)
    .values({ name, courtesyTitle, email, sortName: sortKey(person) })
    .returning({ id: people.id });
  if (!entry) throw new Refusal("not_found");
  await tx.update(agendaItemPeople).set({ personId: entry.id }).where(here);
  return entry.id;
}

function newsOf({ state }: ParticipationRow) {
  return state === "approved" || state === "waitlisted" ? state : ("nominated" as const);
}
