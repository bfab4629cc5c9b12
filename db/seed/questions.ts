import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { participations } from "@/db/schema/participations";
import { answers, questions } from "@/db/schema/questions";
import { presetOf } from "@/domain/questions/presets/bank";
import { checkAnswers } from "@/domain/questions/rules";
import { before } from "./upcoming-summit";

const form = presetOf("summit").map(({ key, shownIf, ...draft }) => ({
  ...draft,
  id: key,
  shownIfId: shownIf?.key ?? null,
  shownIfValue: shownIf?.value ?? "",
}));

/** What the n-th of those who answer said, by the key of the question; the rules drop what was not asked. */
function answersOf(n: number, approved: boolean) {
  const registering = {
    interpretation: ["en", "fr", "en", "es", "ar", "en", "zh", "en"][n % 8],
    visa: n % 4 === 1 ? "yes" : "no",
    embassy: ["New Delhi", "Pretoria", "Brasília"][n % 3],
    meals: n % 7 === 1 ? ["halal", "other"] : n % 5 === 2 ? ["vegetarian"] : [],
    otherMeals: "No nuts, please",
    photographs: n % 6 !== 0,
  };
  const coming = {
    nationality: ["SE", "IN", "DE", "ZA", "BR", "JP"][n % 6],
    passport: `X${String(1_000_000 + n * 7_919).slice(0, 7)}`,
    transfer: n % 2 === 0 ? "yes" : "no",
    flight: `SK ${500 + n}, in the afternoon`,
    assistance: n % 8 === 1 ? ["step-free", "captions"] : [],
  };
  const { answers: first } = checkAnswers(form, registering, "registration");
  return approved && n % 3 !== 0 ? checkAnswers(form, coming, "after_approval", first).answers : first;
}

/** The form of the summit, which is that of a ministerial one, and what its participants have answered so far. */
export async function seedQuestions(tx: Transaction, eventId: string, at: Date) {
  const ids = new Map<string, string>();
  for (const [index, { id: key, shownIfId, ...draft }] of form.entries()) {
    const [row] = await tx
      .insert(questions)
      .values({
        ...draft,
        eventId,
        position: index + 1,
        shownIfId: shownIfId ? ids.get(shownIfId) : null,
        createdAt: before(at, 31),
      })
      .returning({ id: questions.id });
    if (!row) throw new Error(`no question ${key}`);
    ids.set(key, row.id);
  }
  const people = await tx
    .select({ id: participations.id, state: participations.state, createdAt: participations.createdAt })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        inArray(participations.state, ["submitted", "pre_approved", "approved", "waitlisted"]),
      ),
    )
    .orderBy(participations.arrival);
  const rows = people.flatMap(({ id, state, createdAt }, n) =>
    Object.entries(answersOf(n, state === "approved")).map(([key, value]) => ({
      participationId: id,
      questionId: ids.get(key) ?? "",
      value,
      answeredAt: createdAt,
    })),
  );
  await tx.insert(answers).values(rows);
}
