import { and, eq, inArray } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { endorsementRequests } from "@/db/schema/statement-publishing";
import { positions } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { lockStatement } from "@/domain/statements/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RemindEndorsementInput } from "./input";
import { tellFocalPoints } from "./tell";

const aDay = 86_400_000;

/**
 * Reminds those who were asked to endorse and have not answered; whoever was written to within the last day is left
 * alone. Refuses `nobody_to_remind`.
 */
export async function remind(actor: Actor, { id }: RemindEndorsementInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, id);
    ensure(actor, "endorsement.remind");
    const due = await dueForReminder(tx, id, at);
    if (due.length === 0) throw new Refusal("nobody_to_remind");
    await tx
      .update(endorsementRequests)
      .set({ remindedAt: at })
      .where(and(eq(endorsementRequests.statementId, id), inArray(endorsementRequests.organisationId, due)));
    await tellFocalPoints(tx, "reminded", statement, due, { turn: at.toISOString(), at });
    await record(tx, actor, {
      action: "endorsement.remind",
      subject: ["statement", id],
      eventId: statement.eventId,
      at,
      details: { count: due.length },
    });
    return { reminded: due.length };
  });
}

/** The organisations a reminder would reach. One that ever said something has answered, even where it took it back. */
export async function dueForReminder(query: Queryable, statementId: string, at: Date): Promise<string[]> {
  const [asked, said] = await Promise.all([
    query.select().from(endorsementRequests).where(eq(endorsementRequests.statementId, statementId)),
    query
      .select({ organisationId: positions.organisationId })
      .from(positions)
      .where(eq(positions.statementId, statementId)),
  ]);
  const answered = new Set(said.map((one) => one.organisationId));
  return asked
    .filter((one) => !answered.has(one.organisationId))
    .filter((one) => (one.remindedAt ?? one.askedAt).getTime() <= at.getTime() - aDay)
    .map((one) => one.organisationId);
}
