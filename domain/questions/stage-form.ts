import type { QuestionStage } from "@/db/enums";
import type { AnsweredQuestion } from "./queries";

/** A file of an answer, as a form names it. */
type Held = { name: string; href: string };

/**
 * A stage of somebody's form, from what `answersOf` answered, as its page needs it: the questions, those of the stage
 * before (for conditions), the answers, and the files with where they are read.
 */
export function stageForm(
  all: readonly AnsweredQuestion[],
  stage: QuestionStage,
  fileHref: (questionId: string) => string,
) {
  const asked = all.filter((question) => question.removedAt === null);
  const given = asked.filter((question) => question.value !== null);
  const held = given.flatMap(({ id, fileName }): [string, Held][] =>
    fileName ? [[id, { name: fileName, href: fileHref(id) }]] : [],
  );
  return {
    stage,
    questions: asked.filter((question) => question.stage === stage),
    earlier: stage === "registration" ? [] : asked.filter((question) => question.stage !== stage),
    answers: Object.fromEntries(
      given.flatMap(({ id, value }) => (value === null ? [] : [[id, value] as const])),
    ),
    files: Object.fromEntries(held),
  };
}
