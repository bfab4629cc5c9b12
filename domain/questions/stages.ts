import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { QuestionStage } from "@/db/enums";
import { questions } from "@/db/schema/questions";

/** Whether an event asks anything in a stage. */
export async function asksIn(query: Queryable, eventId: string, stage: QuestionStage): Promise<boolean> {
  const found = await query
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.eventId, eventId), eq(questions.stage, stage), isNull(questions.removedAt)))
    .limit(1);
  return found.length > 0;
}
