import { and, eq, ne } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { boardDecisions, boardMembers } from "@/db/schema/accessions";
import { groups } from "@/db/schema/group";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields, theGroup } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { AddSeatInput, EditSeatInput, QuorumInput } from "./input";
import { seatsOverlap } from "./rules";

const seatConstraints = {
  board_members_person_id_people_id_fk: "no_such_person",
  board_members_organisation_id_organisations_id_fk: "no_such_organisation",
};

/** Gives somebody a seat on the board. Refuses `sits_already`, `no_such_person`, `no_such_organisation`. */
export async function addSeat(actor: Actor, input: AddSeatInput, at = now()) {
  return refusing(seatConstraints, () =>
    db().transaction(async (tx) => {
      await lockBoard(tx);
      ensure(actor, "board.edit");
      await ensureOneSeat(tx, input);
      const [seat] = await tx.insert(boardMembers).values(input).returning({ id: boardMembers.id });
      if (!seat) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "board.edit",
        subject: ["board_member", seat.id],
        at,
        details: { fromOn: input.fromOn, toOn: input.toOn },
      });
      return seat;
    }),
  );
}

/**
 * Changes a seat: when it ends, or what was entered wrongly. Refuses `stale` with theirs, `sits_already`, and
 * `seat_has_answered` where another person would have said what its holder said.
 */
export async function editSeat(actor: Actor, { id, revision, ...input }: EditSeatInput, at = now()) {
  return refusing(seatConstraints, () =>
    db().transaction(async (tx) => {
      await lockBoard(tx);
      ensure(actor, "board.edit");
      const [row] = await tx.select().from(boardMembers).where(eq(boardMembers.id, id)).for("update");
      if (!row) throw new Refusal("not_found");
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
      if (row.personId !== input.personId) await ensureSilent(tx, id);
      await ensureOneSeat(tx, input, id);
      const changed = changedFields(row, input);
      if (changed.length === 0) return { revision };
      await tx
        .update(boardMembers)
        .set({ ...input, revision: revision + 1 })
        .where(eq(boardMembers.id, id));
      await record(tx, actor, {
        action: "board.edit",
        subject: ["board_member", id],
        at,
        details: { changed },
      });
      return { revision: revision + 1 };
    }),
  );
}

/** Sets how many must have answered before the board has decided. Refuses `stale` with theirs. */
export async function setQuorum(actor: Actor, { revision, boardQuorum }: QuorumInput, at = now()) {
  return db().transaction(async (tx) => {
    const group = await lockBoard(tx);
    ensure(actor, "board.edit");
    const theirs = { revision: group.revision, boardQuorum: group.boardQuorum };
    if (group.revision !== revision) throw new Refusal("stale", {}, { theirs });
    if (group.boardQuorum === boardQuorum) return { revision };
    await tx.update(groups).set({ boardQuorum, revision: revision + 1, updatedAt: at });
    await record(tx, actor, {
      action: "board.edit",
      subject: ["group", theGroup],
      at,
      details: { quorum: boardQuorum },
    });
    return { revision: revision + 1 };
  });
}

/** Locks the group, whose board it is: one seat is given at a time. */
async function lockBoard(tx: Transaction) {
  const [group] = await tx
    .select({ revision: groups.revision, boardQuorum: groups.boardQuorum })
    .from(groups)
    .for("update");
  if (!group) throw new Refusal("not_found");
  return group;
}

async function ensureOneSeat(tx: Transaction, seat: AddSeatInput, except?: string) {
  const held = await tx
    .select({ fromOn: boardMembers.fromOn, toOn: boardMembers.toOn })
    .from(boardMembers)
    .where(and(eq(boardMembers.personId, seat.personId), except ? ne(boardMembers.id, except) : undefined));
  if (held.some((other) => seatsOverlap(seat, other))) throw new Refusal("sits_already");
}

async function ensureSilent(tx: Transaction, boardMemberId: string) {
  const [said] = await tx
    .select({ id: boardDecisions.accessionId })
    .from(boardDecisions)
    .where(eq(boardDecisions.boardMemberId, boardMemberId))
    .limit(1);
  if (said) throw new Refusal("seat_has_answered");
}
