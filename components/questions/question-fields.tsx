"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useWatch } from "react-hook-form";
import { type Answers, answersSoFar, visibleQuestions } from "@/domain/questions/rules";
import { pick } from "@/lib/i18n/pick";
import type { Choice } from "../form/choice-fields";
import { useFormAround } from "../form/context";
import type { Asked, HandedIn } from "./asked";
import { useConditionWords } from "./condition-words";
import { QuestionField } from "./question-field";

type Props = {
  /** Those of the stage, in the order of the form. */
  questions: Asked[];
  /** Those that were asked before, with what was answered: conditions may refer to them. */
  earlier?: Asked[];
  kept?: Answers;
  countries: Choice[];
  files?: HandedIn;
};

/**
 * The fields of an event's questions. With script, a question comes and goes with the answers before it, and that is
 * said; without, all are there and say when they are asked, and the server passes over what is not.
 */
export function QuestionFields({ questions, earlier = [], kept = {}, countries, files = {} }: Props) {
  const { fields } = useFormAround();
  const given: unknown = useWatch({ control: fields.control, name: "answers" });
  const words = useConditionWords();
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const all = [...earlier, ...questions];
  const answers = { ...kept, ...answersSoFar(all, (given ?? {}) as Record<string, unknown>) };
  const visible = new Set(visibleQuestions(all, answers).map((question) => question.id));
  return (
    <>
      {questions
        .filter((question) => !scripted || visible.has(question.id))
        .map((question) => (
          // Before the script has run the page is as it will be with it, unless there is none.
          <div
            key={question.id}
            className={visible.has(question.id) ? undefined : "[@media(scripting:enabled)]:hidden"}
          >
            <QuestionField
              question={question}
              countries={countries}
              condition={words(question, all)}
              held={files[question.id]}
            />
          </div>
        ))}
      <Announcement questions={questions.filter((question) => visible.has(question.id))} />
    </>
  );
}

/** Says to whoever cannot see it which questions have come or gone with the last answer. */
function Announcement({ questions }: { questions: Asked[] }) {
  const locale = useLocale();
  const t = useTranslations("answers");
  const [said, setSaid] = useState("");
  const before = useRef<Asked[]>(questions);
  const ids = questions.map((question) => question.id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks when other questions stand there, and only then.
  useEffect(() => {
    const missing = (from: Asked[], others: Asked[]) =>
      from
        .filter((question) => !others.some((other) => other.id === question.id))
        .map((question) => pick(question.label, locale).text);
    const come = missing(questions, before.current);
    const gone = missing(before.current, questions);
    before.current = questions;
    if (come.length + gone.length === 0) return;
    const parts = [
      come.length > 0 ? t("come", { count: come.length, labels: come.join("; ") }) : "",
      gone.length > 0 ? t("gone", { labels: gone.join("; ") }) : "",
    ];
    setSaid(parts.filter(Boolean).join(" "));
  }, [ids]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
