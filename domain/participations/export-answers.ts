import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { answers, questions } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { type AnswersOf, readableBy } from "@/domain/questions/readable";
import { inOrder } from "@/domain/questions/rules";

/**
 * What those who are exported were asked and have answered, as far as the actor is among those who may read it, each
 * answer for itself; of a file its name only. Questions stand in the order of the form; those that were removed only
 * where somebody has answered them.
 */
export async function exportedAnswers(actor: Actor, eventId: string, rows: readonly AnswersOf[]) {
  ensure(actor, "participation.export");
  const readable = new Map(rows.map((row) => [row.id, readableBy(actor, row)]));
  const theirs = and(
    eq(questions.eventId, eventId),
    inArray(questions.audience, [...new Set([...readable.values()].flat())]),
  );
  const [asked, given] = await Promise.all([
    db()
      .select({
        id: questions.id,
        stage: questions.stage,
        position: questions.position,
        kind: questions.kind,
        label: questions.label,
        options: questions.options,
        removedAt: questions.removedAt,
      })
      .from(questions)
      .where(theirs)
      .orderBy(questions.createdAt, questions.id),
    db()
      .select({
        participationId: answers.participationId,
        questionId: answers.questionId,
        audience: questions.audience,
        value: answers.value,
        fileName: files.name,
      })
      .from(answers)
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .leftJoin(files, eq(files.id, answers.fileId))
      .where(theirs),
  ]);
  const read = given.filter((answer) => readable.get(answer.participationId)?.includes(answer.audience));
  const answered = new Set(read.map(({ questionId }) => questionId));
  return {
    questions: inOrder(asked).filter(({ id, removedAt }) => removedAt === null || answered.has(id)),
    answers: new Map(read.map((answer) => [`${answer.participationId}:${answer.questionId}`, answer])),
  };
}

export type ExportedAnswers = Awaited<ReturnType<typeof exportedAnswers>>;
