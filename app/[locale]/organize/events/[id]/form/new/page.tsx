import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { QuestionForm } from "@/components/questions/question-form";
import { can } from "@/domain/access/can";
import { formForOrganizer } from "@/domain/questions/queries";
import { eventHere } from "../../event";
import { addQuestionAction } from "../actions";
import { conditionChoices } from "../conditions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("questions");
  return { title: t("add") };
}

/** Adding a question: it comes last in its stage. */
export default async function NewQuestionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await eventHere(id);
  if (!can(actor, "event.edit-form")) notFound();
  const [t, locale, questions] = await Promise.all([
    getTranslations("questions.form"),
    getLocale(),
    formForOrganizer(actor, id),
  ]);
  const named = { en: "", sv: "" };
  const values = {
    eventId: id,
    stage: "registration",
    kind: "text",
    label: named,
    help: named,
    options: named,
    required: false,
    shownIf: "",
    audience: "secretariat",
    keptDays: "",
    reviewed: false,
  };
  return (
    <QuestionForm
      values={values}
      conditions={conditionChoices(questions, locale, (question, answer) =>
        answer === null ? t("ifAgreed", { question }) : t("ifAnswer", { question, answer }),
      )}
      action={addQuestionAction}
    />
  );
}
