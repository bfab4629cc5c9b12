"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { questionStages } from "@/db/enums";
import type { Choice } from "../form/choice-fields";
import { Form } from "../form/form";
import { useActionForm } from "../form/use-action-form";
import { Section } from "../ui/section";
import { type Asked, initialAnswers } from "./asked";
import { QuestionFields } from "./question-fields";

type Props = { questions: Asked[]; countries: Choice[] };

const nowhere = async () => ({});

/** The form as it will be, by the same components; it can be filled in, and goes nowhere. */
export function FormPreview({ questions, countries }: Props) {
  const t = useTranslations("enums.questionStage");
  const form = useActionForm({
    action: nowhere,
    schema: z.looseObject({}) as never,
    defaults: { answers: initialAnswers(questions) },
  });
  const asked = questionStages.map((stage) => questions.filter((question) => question.stage === stage));
  return (
    <Form form={form} doneMessage={null} className="max-w-2xl space-y-8">
      {questionStages.map((stage, index) =>
        asked[index]?.length ? (
          <Section key={stage} title={t(stage)} level={3}>
            <div className="space-y-6">
              <QuestionFields
                questions={asked[index]}
                earlier={asked.slice(0, index).flat()}
                countries={countries}
              />
            </div>
          </Section>
        ) : null,
      )}
    </Form>
  );
}
