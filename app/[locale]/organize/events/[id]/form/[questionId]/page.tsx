import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { QuestionForm } from "@/components/questions/question-form";
import { RemoveQuestion } from "@/components/questions/remove-question";
import { Notice } from "@/components/ui/notice";
import { can } from "@/domain/access/can";
import { formForOrganizer } from "@/domain/questions/queries";
import { formValuesOf } from "@/domain/questions/row";
import { pick } from "@/lib/i18n/pick";
import { eventHere } from "../../event";
import { editQuestionAction, removeQuestionAction } from "../actions";
import { conditionChoices } from "../conditions";

type Props = { params: Promise<{ id: string; questionId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questions");
  return { title: t("one") };
}

/** Changing a question, or taking it out. */
export default async function QuestionPage({ params }: Props) {
  const { id, questionId } = await params;
  const { actor } = await eventHere(id);
  if (!can(actor, "event.edit-form")) notFound();
  const [t, locale, questions] = await Promise.all([
    getTranslations("questions.form"),
    getLocale(),
    formForOrganizer(actor, id),
  ]);
  const index = questions.findIndex((one) => one.id === questionId);
  const question = questions[index];
  if (!question) notFound();
  const values = formValuesOf(question);
  return (
    <div className="space-y-10">
      {question.answered > 0 && (
        <Notice className="max-w-4xl">{t("hasAnswers", { count: question.answered })}</Notice>
      )}
      <QuestionForm
        values={{ ...values, keptDays: values.keptDays ?? "" }}
        conditions={conditionChoices(questions.slice(0, index), locale, (asked, answer) =>
          answer === null ? t("ifAgreed", { question: asked }) : t("ifAnswer", { question: asked, answer }),
        )}
        action={editQuestionAction}
      />
      <RemoveQuestion
        question={{ id: question.id, revision: question.revision }}
        label={pick(question.label, locale).text}
        answered={question.answered}
        action={removeQuestionAction}
      />
    </div>
  );
}
