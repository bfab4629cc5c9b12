import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { procedureResponses } from "@/db/schema/procedures";
import { statementRevisions } from "@/db/schema/statements";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { end } from "./end";
import type { AnswerInput } from "./input";
import { entitledOf, lockProcedure, type Procedure } from "./lock";
import { mayAnswer, refusalToAnswer } from "./rules";
import { tell } from "./tell";

/**
 * What an entitled organisation says before the deadline: at the desk, or recorded by the secretariat on its behalf. An
 * objection breaks a silence at once, and everybody entitled is told. Other answers stand until the deadline and may be
 * changed. Refuses `not_entitled`, `procedure_not_open_yet`, `deadline_passed` (also at the deadline itself),
 * `procedure_ended`, `not_asked`, `foreign_paragraph`, and `answer_changed` where somebody of the same organisation
 * answered meanwhile.
 */
export async function answer(actor: Actor, input: AnswerInput, at = now()) {
  return db().transaction(async (tx) => {
    const { statement, procedure } = await lockProcedure(tx, input.id);
    ensure(actor, "procedure.answer", { organisationId: input.organisationId });
    const { entitled, answers } = await entitledOf(tx, procedure.id);
    const own = entitled.find((one) => one.organisationId === input.organisationId);
    if (!own) throw new Refusal("not_entitled");
    const refusal = refusalToAnswer(procedure, at);
    if (refusal) throw new Refusal(refusal);
    if (!mayAnswer(procedure.kind, input.answer)) throw new Refusal("not_asked");
    const before = answers.find((one) => one.organisationId === input.organisationId);
    if ((before?.givenAt.toISOString() ?? "") !== seenAs(input.seen)) throw new Refusal("answer_changed");
    await ensureParagraphs(tx, procedure, input.paragraphIds);
    const said = {
      answer: input.answer,
      text: input.text,
      paragraphIds: input.answer === "objects" ? input.paragraphIds : [],
      givenAt: at,
      givenBy: actorName(actor),
    };
    await tx
      .insert(procedureResponses)
      .values({ procedureId: procedure.id, organisationId: input.organisationId, ...said })
      .onConflictDoUpdate({
        target: [procedureResponses.procedureId, procedureResponses.organisationId],
        set: said,
      });
    // How somebody voted stays between them and the count until the deadline, so history does not say it.
    await record(tx, actor, {
      action: "procedure.answer",
      subject: ["statement", statement.id],
      eventId: statement.eventId,
      at,
      details: { procedure: procedure.kind, organisation: input.organisationId },
    });
    if (procedure.kind !== "silence") return { state: procedure.state };
    const broken = await end(tx, procedure, { state: "broken", endedAt: at, endReason: input.text });
    const told = { notice: "broken" as const, to: entitled, reason: input.text, by: own.name };
    await tell(tx, broken, statement.eventId, told, at);
    return { state: broken.state };
  });
}

const seenAs = (seen: string) => (seen === "" ? "" : new Date(seen).toISOString());

async function ensureParagraphs(tx: Transaction, { revisionId }: Procedure, ids: readonly string[]) {
  if (ids.length === 0) return;
  const [text] = await tx
    .select({ paragraphs: statementRevisions.paragraphs })
    .from(statementRevisions)
    .where(eq(statementRevisions.id, revisionId));
  const known = new Set(text?.paragraphs.map((one) => one.id));
  if (ids.some((one) => !known.has(one))) throw new Refusal("foreign_paragraph");
}
