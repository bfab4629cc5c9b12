import type { Locale } from "@/db/enums";
import type { ExportedAnswers } from "@/domain/participations/export-answers";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";

type Question = ExportedAnswers["questions"][number];
type Answer = NonNullable<ReturnType<ExportedAnswers["answers"]["get"]>>;

/** One column per question, headed so that no import takes it for a field; choices and countries in the reader's words. */
export function answerColumns({ questions, answers }: ExportedAnswers, locale: Locale) {
  const t = words(locale, "participations.columns");
  return questions.map((question) => ({
    heading: t("answer", { question: pick(question.label, locale).text }),
    cellOf: (participationId: string) => {
      const answer = answers.get(`${participationId}:${question.id}`);
      return answer ? cellOf(question, answer, locale) : "";
    },
  }));
}

function cellOf({ kind, options }: Question, { value, fileName }: Answer, locale: Locale): string {
  if (kind === "file") return fileName ?? "";
  if (typeof value === "boolean") return words(locale, "participations.columns")(value ? "yes" : "no");
  if (kind === "country") return new Intl.DisplayNames(locale, { type: "region" }).of(String(value)) ?? "";
  const named = (one: string) => {
    const option = options.find((known) => known.value === one);
    return option ? pick(option.label, locale).text : one;
  };
  if (kind === "choice" || kind === "choices") return [value].flat().map(String).map(named).join("; ");
  return String(value);
}
