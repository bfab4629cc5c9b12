import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { answers, questions } from "@/db/schema/questions";
import { seed } from "@/db/seed";
import { questionsOf } from "@/domain/questions/queries";
import { answersSoFar, brokenConditions, visibleQuestions } from "@/domain/questions/rules";

const at = new Date("2026-06-01T09:00:00Z");
beforeAll(() => seed(at));

test("the summit's form and its answers are such as the product itself would have written", async () => {
  const [summit] = await db().select().from(events).where(eq(events.slug, "summit-2026"));
  const asked = await questionsOf(db(), summit?.id ?? "");
  expect(asked.length).toBeGreaterThan(10);
  expect(brokenConditions(asked)).toEqual([]);
  const rows = await db()
    .select({ by: answers.participationId, questionId: answers.questionId, value: answers.value })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId));
  const people = [...new Set(rows.map((row) => row.by))];
  expect(people.length).toBeGreaterThan(50);
  for (const by of people) {
    const given = rows.filter((row) => row.by === by);
    const said = Object.fromEntries(given.map(({ questionId, value }) => [questionId, value]));
    expect(answersSoFar(asked, said)).toEqual(said);
    const visible = visibleQuestions(asked, said).map(({ id }) => id);
    for (const id of Object.keys(said)) expect(visible).toContain(id);
  }
  const needs = asked.filter((question) => question.audience === "needs").map(({ id }) => id);
  expect(rows.some((row) => needs.includes(row.questionId))).toBe(true);
});
