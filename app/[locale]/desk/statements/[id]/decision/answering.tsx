import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { AnswerForm } from "@/components/procedures/answer-form";
import { Section } from "@/components/ui/section";
import type { ProcedureKind } from "@/db/enums";
import type { DecisionAtDesk } from "@/domain/procedures/desk-queries";
import { formatInstant } from "@/lib/time";
import { answerProcedureAction } from "./actions";

type Props = {
  procedure: { id: string; kind: ProcedureKind; zone: string };
  organisationId: string;
  own: DecisionAtDesk["own"];
  paragraphs: ComponentProps<typeof AnswerForm>["paragraphs"];
};

/** One's own answer in a procedure that runs; under silence, the objection is folded away. */
export function Answering({ procedure, organisationId, own, paragraphs }: Props) {
  const t = useTranslations("procedures.answer");
  const answers = useTranslations("enums.procedureAnswer");
  const locale = useLocale();
  const { id, kind, zone } = procedure;
  const given = own && {
    answer: own.answer,
    text: own.text,
    paragraphIds: own.paragraphIds,
    seen: own.givenAt.toISOString(),
  };
  const form = (
    <AnswerForm
      key={given?.seen}
      id={id}
      kind={kind}
      organisations={organisationId}
      paragraphs={paragraphs}
      given={given}
      action={answerProcedureAction}
    />
  );
  return (
    <Section title={kind === "silence" ? t("object") : t("title")}>
      {kind === "silence" && <p className="mb-4">{t("silent")}</p>}
      {own && (
        <p className="mb-4 wrap-anywhere text-sm">
          {t("given", {
            answer: answers(own.answer),
            name: own.givenBy,
            when: formatInstant(own.givenAt, zone, locale),
          })}
        </p>
      )}
      {kind === "silence" ? (
        <details>
          <summary className="link inline-block min-h-6 text-sm">{t("objectButton")}</summary>
          <div className="mt-4">{form}</div>
        </details>
      ) : (
        form
      )}
    </Section>
  );
}
