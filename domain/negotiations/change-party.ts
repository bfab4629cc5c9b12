import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { statementParties } from "@/db/schema/negotiations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ChangePartyInput, RemovePartyInput } from "./input";

/** Takes a party into the drafting group, or out of it. Refuses `not_found`. */
export async function changeParty(actor: Actor, input: ChangePartyInput, at = now()) {
  return withParty(actor, input, at, { drafting: input.drafting }, (tx, where) =>
    tx.update(statementParties).set({ drafting: input.drafting }).where(where).returning(),
  );
}

/** Ends an organisation's part in the negotiation; what it proposed and said stays. Refuses `not_found`. */
export async function removeParty(actor: Actor, input: RemovePartyInput, at = now()) {
  return withParty(actor, input, at, { removed: 1 }, (tx, where) =>
    tx.delete(statementParties).where(where).returning(),
  );
}

async function withParty(
  actor: Actor,
  { id, organisationId }: RemovePartyInput,
  at: Date,
  details: Record<string, unknown>,
  write: (tx: Transaction, where: ReturnType<typeof and>) => Promise<unknown[]>,
) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, id);
    ensure(actor, "statement.invite-parties");
    const own = and(
      eq(statementParties.statementId, id),
      eq(statementParties.organisationId, organisationId),
    );
    if ((await write(tx, own)).length === 0) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "statement.invite-parties",
      subject: ["statement", id],
      eventId: statement.eventId,
      at,
      details,
    });
    return { organisationId };
  });
}
