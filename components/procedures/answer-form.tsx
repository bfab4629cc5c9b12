"use client";

import { useTranslations } from "next-intl";
import type { ProcedureKind } from "@/db/enums";
import { answerInput } from "@/domain/procedures/input";
import { answersOf } from "@/domain/procedures/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";

type Props = {
  id: string;
  kind: ProcedureKind;
  /** The organisation at the desk, or those on whose behalf an answer can be recorded. */
  organisations: string | readonly Choice[];
  paragraphs: readonly Choice[];
  /** The answer it has given, where it may be changed. */
  given?: { answer: string; text: string; paragraphIds: string[]; seen: string };
  action: FormAction;
};

/** Answering in a procedure; an objection says what it is about, and what it does. */
export function AnswerForm({ id, kind, organisations, paragraphs, given, action }: Props) {
  const t = useTranslations("procedures.answer");
  const answers = useTranslations("enums.procedureAnswer");
  const silence = kind === "silence";
  const own = typeof organisations === "string";
  const form = useActionForm({
    action,
    schema: answerInput as never,
    defaults: {
      id,
      organisationId: own ? organisations : "",
      answer: silence ? "objects" : "",
      text: "",
      paragraphIds: [],
      seen: "",
      ...given,
    },
  });
  return (
    <Form form={form} className="max-w-2xl" doneMessage={t("sent")}>
      <HiddenField name="id" />
      <HiddenField name="seen" />
      {own ? (
        <HiddenField name="organisationId" />
      ) : (
        <SelectField
          name="organisationId"
          label={t("organisation")}
          none={t("choose")}
          choices={organisations}
        />
      )}
      {silence ? (
        <>
          <Notice tone="warning">{t("breaks")}</Notice>
          <HiddenField name="answer" />
        </>
      ) : (
        <SelectField
          name="answer"
          label={t("answer")}
          none={t("choose")}
          choices={answersOf[kind].map((value) => ({ value, label: answers(value) }))}
        />
      )}
      {silence ? (
        <TextArea name="text" label={t("text")} help={t("textHelp")} rows={4} />
      ) : (
        <TextArea
          name="text"
          label={kind === "written" ? t("objectionText") : t("optionalText")}
          help={kind === "written" ? t("objectionHelp") : undefined}
          rows={4}
          optional
        />
      )}
      {kind !== "vote" && (
        <CheckboxesField name="paragraphIds" label={t("paragraphs")} choices={paragraphs} optional />
      )}
      <SubmitButton look={silence ? "danger" : "primary"}>
        {silence ? t("objectButton") : given ? t("change") : t("button")}
      </SubmitButton>
    </Form>
  );
}
