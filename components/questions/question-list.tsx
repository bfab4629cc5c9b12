import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { mayMove } from "@/domain/questions/rules";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { Badge } from "../ui/badge";
import type { Asked } from "./asked";
import { useConditionWords } from "./condition-words";
import { MoveButtons } from "./move-buttons";

type Listed = Asked & { revision: number; reviewed: boolean; answered: number };
type Props = {
  questions: Listed[];
  /** The whole form, in order: conditions and moves are judged by it. */
  all: Listed[];
  base: string;
  move: FormAction<{ place: number }>;
};

/** The questions of a stage, in order, each with what is special about it. */
export function QuestionList({ questions, all, base, move }: Props) {
  const locale = useLocale();
  const t = useTranslations("questions");
  const enums = useTranslations("enums");
  const condition = useConditionWords();
  return (
    <ol className="text-sm">
      {questions.map((question, index) => {
        const label = pick(question.label, locale);
        const facts = [
          enums(`questionKind.${question.kind}`),
          t("readBy", { audience: enums(`answerAudience.${question.audience}`) }),
          question.keptDays === null ? t("kept") : t("keptDays", { days: question.keptDays }),
          question.reviewed ? t("reviewed") : "",
          t("answered", { count: question.answered }),
        ];
        return (
          <li
            key={question.id}
            className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-3 border-rule border-t py-2.5"
          >
            <span className="text-muted tabular-nums">{index + 1}</span>
            <div className="min-w-0 space-y-0.5">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Link
                  className="link-quiet font-medium"
                  href={`${base}/${question.id}` as Route}
                  lang={langOf(label, locale)}
                >
                  {label.text}
                </Link>
                {question.required && <Badge>{t("required")}</Badge>}
              </p>
              <p className="text-muted text-xs">{facts.filter(Boolean).join(" · ")}</p>
              {question.shownIfId && <p className="text-xs">{condition(question, all)}</p>}
            </div>
            <MoveButtons
              question={{ id: question.id, revision: question.revision }}
              label={label.text}
              may={{ up: mayMove(all, question.id, "up"), down: mayMove(all, question.id, "down") }}
              action={move}
            />
          </li>
        );
      })}
    </ol>
  );
}
