"use client";

import { useTranslations } from "next-intl";
import { adoptionMethods } from "@/db/enums";
import { adoptInput } from "@/domain/statements/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { DateTimeField } from "../form/date-time-field";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";

type Props = {
  values: { id: string; revisionId: string; zone: string };
  revisionNumber: number;
  sessions: Choice[];
  people: Choice[];
  action: FormAction;
};

/** Recording an adoption. What it does cannot be undone, and the form says so before it is sent. */
export function AdoptionForm({ values, revisionNumber, sessions, people, action }: Props) {
  const t = useTranslations("statements.adopt");
  const methods = useTranslations("enums.adoptionMethod");
  const form = useActionForm({
    action,
    schema: adoptInput as never,
    defaults: { ...values, method: "consensus", adoptedAt: "", agendaItemId: "", chairId: "" },
  });
  return (
    <Form
      form={form}
      obstacles={(code) => t(`obstacles.${code}` as "obstacles.adopted")}
      className="max-w-2xl"
    >
      <Notice tone="warning" title={t("title", { number: revisionNumber })}>
        {t("consequence")}
      </Notice>
      <HiddenField name="id" />
      <HiddenField name="revisionId" />
      <HiddenField name="zone" />
      <SelectField
        name="method"
        label={t("method")}
        choices={adoptionMethods.map((value) => ({ value, label: methods(value) }))}
      />
      <DateTimeField name="adoptedAt" label={t("when")} zone={values.zone} />
      <SelectField
        name="agendaItemId"
        label={t("session")}
        none={t("noSession")}
        choices={sessions}
        optional
      />
      <SelectField
        name="chairId"
        label={t("chair")}
        help={t("chairHelp")}
        none={t("noChair")}
        choices={people}
        optional
      />
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}
