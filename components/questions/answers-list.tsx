import { useLocale, useTranslations } from "next-intl";
import type { Locale, QuestionStage } from "@/db/enums";
import { type Answer, visibleQuestions } from "@/domain/questions/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";
import type { Asked } from "./asked";

type Answered = Asked & {
  value: Answer | null;
  removedAt: Date | null;
  fileName: string | null;
  fileErasedAt: Date | null;
};

type Props = {
  questions: Answered[];
  /** The stages in which they are asked anything. */
  stages: readonly QuestionStage[];
  /** The address under which the file of a question is read. */
  filesAt: string;
};

/** What somebody answered, question by question; what they were asked and did not answer is said to be so. */
export function AnswersList({ questions, stages, filesAt }: Props) {
  const locale = useLocale();
  const t = useTranslations("answers");
  const given = Object.fromEntries(
    questions.flatMap(({ id, value }) => (value === null ? [] : [[id, value] as const])),
  );
  const visible = new Set(visibleQuestions(questions, given).map(({ id }) => id));
  const asked = questions.filter(({ id, stage, value, removedAt }) => {
    return value !== null || (removedAt === null && stages.includes(stage) && visible.has(id));
  });
  if (asked.length === 0) return <p className="text-muted text-sm">{t("notAnswered")}</p>;
  return (
    <dl className="text-sm">
      {asked.map((question) => {
        const label = pick(question.label, locale);
        return (
          <div
            key={question.id}
            className="grid gap-x-6 gap-y-0.5 border-rule border-t py-2 sm:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]"
          >
            <dt className="text-muted" lang={langOf(label, locale)}>
              {label.text}
              {question.removedAt && <> ({t("removedQuestion")})</>}
            </dt>
            <dd className="measure min-w-0 whitespace-pre-line break-words">
              {question.kind === "file" && question.value !== null ? (
                <FileAnswer question={question} href={`${filesAt}/${question.id}`} />
              ) : (
                (answerText(question, locale) ?? <AnswerInWords question={question} />)
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function FileAnswer({ question, href }: { question: Answered; href: string }) {
  const t = useTranslations("answers");
  if (question.fileErasedAt || !question.fileName) return t("fileErased");
  return (
    <a className="link" href={href} download>
      {question.fileName}
    </a>
  );
}

function AnswerInWords({ question }: { question: Answered }) {
  const t = useTranslations("answers");
  if (question.value === true) return t("agreed");
  return <span className="text-muted">{t("notAnswered")}</span>;
}

/** An answer as it is read; nothing where there are only words for it. */
function answerText({ kind, options, value }: Answered, locale: Locale): string | undefined {
  if (value === null || typeof value === "boolean") return undefined;
  const words = (one: string) => {
    const option = options.find((known) => known.value === one);
    return option ? pick(option.label, locale).text : one;
  };
  if (Array.isArray(value)) return value.map(words).join(", ");
  if (typeof value === "number") return value.toLocaleString(locale, { maximumFractionDigits: 15 });
  if (kind === "choice") return words(value);
  if (kind === "date") return formatDay(value, locale);
  if (kind === "country") return new Intl.DisplayNames(locale, { type: "region" }).of(value) ?? value;
  return value;
}
