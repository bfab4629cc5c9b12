"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { registrationWith } from "@/domain/participations/input";
import type { FormAction } from "@/lib/form";
import type { Choice } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { type Asked, answersSchema, initialAnswers, labelsOf } from "../questions/asked";
import { QuestionFields } from "../questions/question-fields";
import { Notice } from "../ui/notice";
import { emptyPerson, PersonFields } from "./person-fields";

type Outcome = { outcome: "approved" | "submitted" | "waitlisted"; place: number };
type Props = {
  event: string;
  locale: Locale;
  organisations: Choice[];
  questions: Asked[];
  countries: Choice[];
  /** Days after the event that needs are kept. */
  keptDays: number;
  action: FormAction<Outcome>;
};

/** Registering for an event; works before and without JavaScript. When it is done, the answer takes the form's place. */
export function RegistrationForm(props: Props) {
  const { event, locale, organisations, questions, countries, keptDays, action } = props;
  const t = useTranslations("registration");
  const answers = initialAnswers(questions);
  const form = useActionForm<Outcome>({
    action,
    schema: registrationWith(answersSchema(questions, "registration")),
    defaults: { ...emptyPerson, event, locale, email: "", website: "", answers },
    labels: labelsOf(questions, locale),
  });
  const done = form.state.data as Outcome | undefined;
  if (done) {
    return (
      <Notice tone="success" title={t("done")}>
        <p role="status">{t(`outcome.${done.outcome}`, { place: done.place })}</p>
        <p>{t("mailed")}</p>
      </Notice>
    );
  }
  return (
    <Form form={form} doneMessage={null} className="max-w-2xl">
      <HiddenField name="event" />
      <HiddenField name="locale" />
      <PersonFields organisations={organisations} email keptDays={keptDays} />
      <QuestionFields questions={questions} countries={countries} />
      <Trap label={t("trap")} />
      <p className="measure text-muted text-sm">{t("privacy")}</p>
      <SubmitButton>{t("send")}</SubmitButton>
    </Form>
  );
}

/** A field that nobody sees and programs fill in. */
function Trap({ label }: { label: string }) {
  return (
    <div className="absolute -start-[200vw]" aria-hidden>
      <label>
        {label}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  );
}
