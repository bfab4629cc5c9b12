import "server-only";
import type { Locale } from "@/db/enums";
import type { FormQuestion } from "@/domain/questions/queries";
import { conditionValues } from "@/domain/questions/rules";
import { pick } from "@/lib/i18n/pick";

/** The answers of questions that another can be shown by, as the choices of one field: `questionId:value`. */
export function conditionChoices(
  questions: readonly FormQuestion[],
  locale: Locale,
  words: (question: string, answer: string | null) => string,
) {
  return questions.flatMap((question) =>
    conditionValues(question).map((value) => {
      const option = question.options.find((one) => one.value === value);
      const answer = option ? pick(option.label, locale).text : null;
      return { value: `${question.id}:${value}`, label: words(pick(question.label, locale).text, answer) };
    }),
  );
}
