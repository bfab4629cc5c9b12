import { and, eq, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { procedures } from "@/db/schema/procedures";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { insertAdoption } from "@/domain/statements/insert-adoption";
import { now } from "@/lib/clock";
import { end } from "./end";
import { entitledOf, lockProcedure } from "./lock";
import { outcome, phaseOf } from "./rules";
import { closeAtDeadline, settleMs } from "./schedule";
import { tell } from "./tell";

/**
 * Closes a procedure whose deadline has passed: what was said before the deadline decides, however late this runs, and
 * an adoption is dated by the deadline. Repeatable, and exactly once among several processes: one that has ended is left
 * alone, one that still runs is waited for.
 */
export async function close(
  actor: Actor,
  { id }: { id: string },
  at = now(),
): Promise<"adopted" | "failed" | "waits" | "nothing"> {
  return db().transaction(async (tx) => {
    const { statement, procedure } = await lockProcedure(tx, id);
    ensure(actor, "procedure.close");
    const phase = phaseOf(procedure, at);
    if (phase === "ended") return "nothing";
    if (phase !== "over") {
      await closeAtDeadline(tx, procedure);
      return "waits";
    }
    const { entitled, answers } = await entitledOf(tx, id);
    const given = answers.filter((one) => one.givenAt < procedure.deadline).map((one) => one.answer);
    const state = outcome({ ...procedure, answers: given, entitled: entitled.length });
    const ended = await end(tx, procedure, { state, endedAt: procedure.deadline });
    if (state === "adopted")
      await insertAdoption(tx, {
        statementId: statement.id,
        revisionId: procedure.revisionId,
        hash: procedure.hash,
        method: procedure.kind,
        adoptedAt: procedure.deadline,
        zone: procedure.zone,
        attendance: entitled.map(({ organisationId, name }) => ({ id: organisationId, name })),
        recordedAt: at,
      });
    await record(tx, actor, {
      action: "procedure.close",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      details: { procedure: procedure.kind, outcome: state, hash: procedure.hash },
    });
    await tell(tx, ended, statement.eventId, { notice: "result", to: entitled }, at);
    return state;
  });
}

/** Closes every procedure whose deadline has passed: for those whose job was lost. Answers how many it ended. */
export async function closeDue(actor: Actor, at = now()): Promise<number> {
  ensure(actor, "procedure.close");
  const settled = new Date(at.getTime() - settleMs);
  const due = await db()
    .select({ id: procedures.id })
    .from(procedures)
    .where(
      and(eq(procedures.state, "open"), lte(procedures.deadline, sql`${settled.toISOString()}::timestamptz`)),
    );
  const ended: string[] = [];
  const failures: unknown[] = [];
  for (const row of due) {
    try {
      ended.push(await close(actor, row, at));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some procedures could not be closed");
  return ended.filter((one) => one === "adopted" || one === "failed").length;
}
