import { and, eq, gt, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { procedures } from "@/db/schema/procedures";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { entitledOf, lockProcedure } from "./lock";
import { phaseOf, reminderDue } from "./rules";
import { tell } from "./tell";

/**
 * Reminds those who have not answered of the deadlines that come near, each once: the job that runs every minute. One
 * that fails does not keep the others. Answers how many procedures it reminded of.
 */
export async function remind(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "procedure.remind");
  const moment = sql`${at.toISOString()}::timestamptz`;
  const running = await db()
    .select()
    .from(procedures)
    .where(
      and(eq(procedures.state, "open"), lte(procedures.opensAt, moment), gt(procedures.deadline, moment)),
    );
  let reminded = 0;
  const failures: unknown[] = [];
  for (const procedure of running) {
    if (reminderDue(procedure, at) === null) continue;
    try {
      reminded += await remindOf(actor, procedure.id, at);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some reminders could not be sent");
  return reminded;
}

async function remindOf(actor: Actor, id: string, at: Date): Promise<0 | 1> {
  return db().transaction(async (tx) => {
    const { statement, procedure } = await lockProcedure(tx, id);
    const lead = reminderDue(procedure, at);
    if (phaseOf(procedure, at) !== "running" || lead === null) return 0;
    const { entitled, answers } = await entitledOf(tx, id);
    const answered = new Set(answers.map((one) => one.organisationId));
    const silent = entitled.filter((one) => !answered.has(one.organisationId));
    const told = { notice: "reminder" as const, to: silent, leadMinutes: lead };
    if (!(await tell(tx, procedure, statement.eventId, told, at))) return 0;
    await record(tx, actor, {
      action: "procedure.remind",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      details: { organisations: silent.length },
    });
    return 1;
  });
}
