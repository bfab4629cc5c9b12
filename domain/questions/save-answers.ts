import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { QuestionStage } from "@/db/enums";
import type { participations } from "@/db/schema/participations";
import { answers } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { eraseFiles } from "@/domain/files/erase";
import { keepSeen } from "@/domain/files/keep";
import { type Checked, checkFilled, type Filled, type Stored } from "./check-filled";
import { readableBy } from "./readable";

type Participation = Pick<
  typeof participations.$inferSelect,
  "id" | "eventId" | "delegationId" | "organisationId" | "state"
>;

/**
 * Saves what somebody filled in for a stage of the event's form, in the transaction of the deed it belongs to, with the
 * event locked. The right to do so is the caller's question; the secretariat is held to no required answer. Answers the
 * ids of the questions whose answers changed, and whether one of them is to be reviewed. Refuses `misfilled` with the
 * errors by field, and `foreign_question`.
 */
export async function saveAnswers(
  tx: Transaction,
  actor: Actor,
  participation: Participation,
  filled: Filled,
  stage: QuestionStage,
  at: Date,
): Promise<{ changed: string[]; reviewed: boolean }> {
  const stored = await tx
    .select({ questionId: answers.questionId, value: answers.value, fileId: answers.fileId })
    .from(answers)
    .where(eq(answers.participationId, participation.id));
  const checked = await checkFilled(tx, participation.eventId, filled, stage, {
    stored,
    audiences: readableBy(actor, participation),
    lenient: can(actor, "participation.approve"),
  });
  const changed = await writeAnswers(tx, participation, checked, at, stored);
  const reviewed = checked.asked.some((question) => question.reviewed && changed.includes(question.id));
  return { changed, reviewed };
}

/**
 * Writes answers that were checked. What is not among them is hidden now, or was taken back, and is erased; a file that
 * is replaced is erased. Answers the ids of the questions whose answers changed.
 */
export async function writeAnswers(
  tx: Transaction,
  { id: participationId, eventId }: Pick<Participation, "id" | "eventId">,
  { asked, answers: given, seen }: Checked,
  at: Date,
  stored: readonly Stored[] = [],
): Promise<string[]> {
  const before = new Map(stored.map((row) => [row.questionId, row]));
  const written: (typeof answers.$inferInsert)[] = [];
  const gone: Stored[] = [];
  const replaced: (string | null)[] = [];
  for (const { id: questionId } of asked) {
    const [value, held, file] = [given[questionId], before.get(questionId), seen[questionId]];
    const row = { participationId, questionId, answeredAt: at };
    if (value === undefined) {
      if (held) gone.push(held);
    } else if (file) {
      const fileId = await keepSeen(tx, "answer", eventId, file, at);
      written.push({ ...row, value, fileId });
      replaced.push(held?.fileId ?? null);
    } else if (!held || JSON.stringify(held.value) !== JSON.stringify(value)) {
      written.push({ ...row, value, fileId: null });
    }
  }
  if (written.length > 0) {
    await tx
      .insert(answers)
      .values(written)
      .onConflictDoUpdate({
        target: [answers.participationId, answers.questionId],
        set: {
          value: sql`excluded.value`,
          fileId: sql`excluded.file_id`,
          answeredAt: sql`excluded.answered_at`,
        },
      });
  }
  const ids = gone.map((row) => row.questionId);
  if (ids.length > 0) {
    await tx
      .delete(answers)
      .where(and(eq(answers.participationId, participationId), inArray(answers.questionId, ids)));
  }
  const erased = [...replaced, ...gone.map((row) => row.fileId)].filter((id) => id !== null);
  await eraseFiles(tx, erased, at);
  return [...written.map((row) => row.questionId), ...ids];
}
