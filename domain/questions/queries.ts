import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { events } from "@/db/schema/events";
import { files } from "@/db/schema/files";
import { participations } from "@/db/schema/participations";
import { answers, questions } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { contentOf, stored } from "@/domain/files/content";
import { isPublicAt } from "@/domain/publication/where";
import { Refusal } from "@/lib/refusal";
import { readableBy } from "./readable";

const columns = {
  id: questions.id,
  eventId: questions.eventId,
  position: questions.position,
  stage: questions.stage,
  kind: questions.kind,
  label: questions.label,
  help: questions.help,
  options: questions.options,
  required: questions.required,
  shownIfId: questions.shownIfId,
  shownIfValue: questions.shownIfValue,
  audience: questions.audience,
  keptDays: questions.keptDays,
  reviewed: questions.reviewed,
  revision: questions.revision,
};

const formOrder = [asc(questions.stage), asc(questions.position), asc(questions.createdAt), questions.id];

/** The questions an event asks, in the order of the form. For verbs, and for queries that have asked for a right. */
export async function questionsOf(query: Queryable, eventId: string) {
  return query
    .select(columns)
    .from(questions)
    .where(and(eq(questions.eventId, eventId), isNull(questions.removedAt)))
    .orderBy(...formOrder);
}

export type FormQuestion = Awaited<ReturnType<typeof questionsOf>>[number];

/** What anybody is asked who registers for an event that is public at the moment. */
export async function publicQuestions(eventId: string, at: Date) {
  return db()
    .select(columns)
    .from(questions)
    .innerJoin(events, eq(events.id, questions.eventId))
    .where(
      and(
        eq(questions.eventId, eventId),
        eq(questions.stage, "registration"),
        isNull(questions.removedAt),
        isPublicAt({ publicFrom: events.announcedAt }, at),
      ),
    )
    .orderBy(...formOrder);
}

/** The form of an event for the workspace, with how many have answered each question. */
export async function formForOrganizer(actor: Actor, eventId: string) {
  ensure(actor, "event.edit-form");
  const [asked, given] = await Promise.all([
    questionsOf(db(), eventId),
    db()
      .select({ questionId: answers.questionId, count: count() })
      .from(answers)
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .where(eq(questions.eventId, eventId))
      .groupBy(answers.questionId),
  ]);
  return asked.map((question) => ({
    ...question,
    answered: given.find((row) => row.questionId === question.id)?.count ?? 0,
  }));
}

/** Other events that have a form, latest first, to copy it from. */
export async function eventsWithForm(actor: Actor, exceptId: string) {
  ensure(actor, "event.edit-form");
  return db()
    .select({ id: events.id, title: events.title, questions: count() })
    .from(events)
    .innerJoin(questions, and(eq(questions.eventId, events.id), isNull(questions.removedAt)))
    .where(ne(events.id, exceptId))
    .groupBy(events.id)
    .orderBy(desc(events.startsAt))
    .limit(50);
}

async function readable(actor: Actor, participationId: string) {
  const [row] = await db()
    .select({
      id: participations.id,
      eventId: participations.eventId,
      delegationId: participations.delegationId,
      organisationId: participations.organisationId,
      state: participations.state,
    })
    .from(participations)
    .where(eq(participations.id, participationId));
  return { row, audiences: row ? readableBy(actor, row) : [] };
}

/**
 * What one participant is asked and has answered, in the order of the form, as far as the actor is among those who may
 * read it; questions that were removed stand there where they were answered. Nothing for whoever may read none.
 */
export async function answersOf(actor: Actor, participationId: string) {
  const { row, audiences } = await readable(actor, participationId);
  if (!row || audiences.length === 0) return [];
  const found = await db()
    .select({
      ...columns,
      removedAt: questions.removedAt,
      value: answers.value,
      answeredAt: answers.answeredAt,
      fileName: files.name,
      fileErasedAt: files.erasedAt,
    })
    .from(questions)
    .leftJoin(answers, and(eq(answers.questionId, questions.id), eq(answers.participationId, row.id)))
    .leftJoin(files, eq(files.id, answers.fileId))
    .where(
      and(
        eq(questions.eventId, row.eventId),
        inArray(questions.audience, audiences),
        or(isNull(questions.removedAt), isNotNull(answers.value)),
      ),
    )
    .orderBy(...formOrder);
  return found;
}

export type AnsweredQuestion = Awaited<ReturnType<typeof answersOf>>[number];

/** The file somebody handed in as an answer, for those who may read the answer. Refuses `not_found`. */
export async function answerFile(actor: Actor, participationId: string, questionId: string) {
  const { row, audiences } = await readable(actor, participationId);
  if (!row || audiences.length === 0) throw new Refusal("not_found");
  const [file] = await db()
    .select({ name: files.name, contentType: files.contentType, ...stored })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .innerJoin(files, eq(files.id, answers.fileId))
    .where(
      and(
        eq(answers.participationId, row.id),
        eq(answers.questionId, questionId),
        inArray(questions.audience, audiences),
      ),
    );
  const content = await contentOf(file);
  if (!file || !content) throw new Refusal("not_found");
  return { name: file.name, contentType: file.contentType, content };
}
