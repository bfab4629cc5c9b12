"use client";

import { useTranslations } from "next-intl";
import { errataKinds, type Locale } from "@/db/enums";
import { reportInput } from "@/domain/errata/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  statementId: string;
  locale: Locale;
  paragraphs: readonly Choice[];
  action: FormAction;
};

/** Reporting a mistake in an adopted text, word for word. */
export function ReportForm({ statementId, locale, paragraphs, action }: Props) {
  const t = useTranslations("errata.report");
  const kinds = useTranslations("enums.erratumKind");
  const form = useActionForm({
    action,
    schema: reportInput as never,
    defaults: { statementId, locale, paragraphId: "", kind: "editorial", says: "", shouldSay: "" },
  });
  return (
    <Form form={form} className="max-w-2xl" doneMessage={t("done")}>
      <HiddenField name="statementId" />
      <HiddenField name="locale" />
      <SelectField name="paragraphId" label={t("paragraph")} none={t("choose")} choices={paragraphs} />
      <SelectField
        name="kind"
        label={t("kind")}
        help={t("kindHelp")}
        choices={errataKinds.map((value) => ({ value, label: kinds(value) }))}
      />
      <TextArea name="says" label={t("says")} help={t("saysHelp")} rows={2} lang={locale} />
      <TextArea name="shouldSay" label={t("shouldSay")} rows={2} lang={locale} optional />
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}
