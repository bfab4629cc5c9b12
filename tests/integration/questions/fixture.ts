import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { participations } from "@/db/schema/participations";
import { answers, questions } from "@/db/schema/questions";
import { addQuestion } from "@/domain/questions/add";
import { questionInput } from "@/domain/questions/input";
import { organizer } from "../../support/actors";
import { at } from "../../support/make";

/** Adds a question through its verb, as the form would, and answers its id. */
export async function ask(
  eventId: string,
  label: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const input = questionInput.parse({
    eventId,
    stage: "registration",
    kind: "text",
    label: { en: label },
    audience: "secretariat",
    ...more,
  });
  return (await addQuestion(organizer, input, at)).id;
}

/** A choice of yes and no. */
export const yesOrNo = { kind: "choice", options: { en: "Yes\nNo", sv: "Ja\nNej" } };

export async function answersIn(eventId: string) {
  return db()
    .select({
      participationId: answers.participationId,
      questionId: answers.questionId,
      value: answers.value,
      fileId: answers.fileId,
    })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .where(eq(questions.eventId, eventId));
}

/** The answers of an event by question, where one participant answered. */
export async function given(eventId: string) {
  return Object.fromEntries((await answersIn(eventId)).map(({ questionId, value }) => [questionId, value]));
}

export async function participantsOf(eventId: string) {
  return db()
    .select()
    .from(participations)
    .where(eq(participations.eventId, eventId))
    .orderBy(participations.arrival);
}

export async function filesOf(eventId: string) {
  return db().select().from(files).where(eq(files.eventId, eventId)).orderBy(files.createdAt);
}

/** A file as a browser sends it. */
export function sent(content: "png" | "html" | "empty" | "large", name = "passport.png"): File {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const bytes = {
    png,
    html: Buffer.from("<html><script>alert(1)</script></html>"),
    empty: Buffer.alloc(0),
    large: Buffer.concat([png, Buffer.alloc(5_000_001)]),
  }[content];
  return new File([bytes], name);
}
