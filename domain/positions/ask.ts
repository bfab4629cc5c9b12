import { and, eq, inArray, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { statementParties } from "@/db/schema/negotiations";
import { endorsementRequests } from "@/db/schema/statement-publishing";
import { positions, statements } from "@/db/schema/statements";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { groupProfile } from "@/domain/group/queries";
import { record } from "@/domain/history/record";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { adoptionOf, lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { focalPointsOf, membersOn } from "./asked";
import { isPublicSomewhere } from "./at-desk";
import type { AskEndorsementInput } from "./input";
import { tellFocalPoints } from "./tell";

/**
 * Asks members, or the organisations that are named, to endorse an adopted statement: each focal point gets a mail in
 * their language. Left out are those who were asked before or have said something, who has no focal point, and while
 * the text is not public everybody who did not negotiate it. Refuses `not_adopted`, `nobody_to_ask`.
 */
export async function ask(actor: Actor, { id, organisationIds }: AskEndorsementInput, at = now()) {
  const { zone } = await groupProfile();
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, id);
    ensure(actor, "endorsement.ask");
    if (!(await adoptionOf(tx, id))) throw new Refusal("not_adopted");
    const wanted =
      organisationIds.length > 0
        ? organisationIds
        : (await membersOn(tx, dayIn(at, zone), at)).map((member) => member.id);
    const open = await askable(tx, id, wanted, at);
    const reached = new Set((await focalPointsOf(tx, open)).map((point) => point.organisationId));
    const fresh = open.filter((one) => reached.has(one));
    if (fresh.length === 0) throw new Refusal("nobody_to_ask");
    await tx.insert(endorsementRequests).values(
      fresh.map((organisationId) => ({
        statementId: id,
        organisationId,
        askedAt: at,
        askedBy: actorName(actor),
      })),
    );
    await tellFocalPoints(tx, "asked", statement, fresh, { turn: "1", at });
    await record(tx, actor, {
      action: "endorsement.ask",
      subject: ["statement", id],
      eventId: statement.eventId,
      at,
      details: { count: fresh.length },
    });
    return { asked: fresh.length, without: open.length - fresh.length };
  });
}

/** Those of some organisations that may be asked. */
async function askable(tx: Transaction, statementId: string, wanted: string[], at: Date) {
  if (wanted.length === 0) return [];
  const [isPublic] = await tx
    .select({ id: statements.id })
    .from(statements)
    .where(and(eq(statements.id, statementId), isPublicSomewhere(at)));
  const [parties, asked, said, hidden] = await Promise.all([
    tx.select().from(statementParties).where(eq(statementParties.statementId, statementId)),
    tx.select().from(endorsementRequests).where(eq(endorsementRequests.statementId, statementId)),
    tx
      .select({ organisationId: positions.organisationId })
      .from(positions)
      .where(
        and(
          eq(positions.statementId, statementId),
          isNull(positions.withdrawnOn),
          inArray(positions.organisationId, wanted),
        ),
      ),
    organisationsUnderEmbargo(tx, at),
  ]);
  const knows = new Set(parties.map((party) => party.organisationId));
  const done = new Set([...asked, ...said].map((one) => one.organisationId));
  return wanted.filter((one) => !done.has(one) && !hidden.has(one) && (isPublic || knows.has(one)));
}
