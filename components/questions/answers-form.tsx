"use client";

import { useLocale, useTranslations } from "next-intl";
import type { QuestionStage } from "@/db/enums";
import { answerWith, ownAnswerWith } from "@/domain/questions/input";
import type { Answers } from "@/domain/questions/rules";
import type { FormAction } from "@/lib/form";
import type { Choice } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { type Asked, answersSchema, type HandedIn, initialAnswers, labelsOf } from "./asked";
import { QuestionFields } from "./question-fields";

type Props = {
  /** The participation; `link` where its participant acts by a personal link. */
  of: { id: string; revision: number; link?: string };
  stage: QuestionStage;
  questions: Asked[];
  earlier: Asked[];
  answers: Answers;
  files: HandedIn;
  countries: Choice[];
  guard?: boolean;
  action: FormAction;
};

/** Answering the questions of a stage, for oneself or for a participant. Works without JavaScript. */
export function AnswersForm(props: Props) {
  const { of, stage, questions, earlier, answers, files, countries, guard, action } = props;
  const t = useTranslations("answers");
  const locale = useLocale();
  const ids = new Set(questions.filter(({ kind }) => kind !== "file").map(({ id }) => id));
  const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.has(id)));
  const checked = answersSchema([...earlier, ...questions], stage, kept);
  const form = useActionForm({
    action,
    schema: (of.link === undefined ? answerWith(checked) : ownAnswerWith(checked)) as never,
    defaults: { ...of, stage, answers: initialAnswers(questions, answers) },
    labels: labelsOf(questions, locale),
  });
  return (
    <Form form={form} guard={guard} className="max-w-2xl">
      <HiddenField name="id" />
      {of.link !== undefined && <HiddenField name="link" />}
      <HiddenField name="stage" />
      <RevisionField />
      <QuestionFields
        questions={questions}
        earlier={earlier}
        kept={kept}
        countries={countries}
        files={files}
      />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
