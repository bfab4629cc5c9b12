"use client";

import { useTranslations } from "next-intl";
import { positionInput } from "@/domain/statements/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea, TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = { id: string; today: string; organisations: Choice[]; paragraphs: Choice[]; action: FormAction };

/** Recording an endorsement; a reservation says what it is and which paragraphs it names. */
export function PositionForm({ id, today, organisations, paragraphs, action }: Props) {
  const t = useTranslations("statements.position");
  const kinds = useTranslations("enums.positionKind");
  const form = useActionForm({
    action,
    schema: positionInput as never,
    defaults: {
      id,
      organisationId: "",
      kind: "endorses",
      givenOn: today,
      authority: "",
      text: "",
      paragraphIds: [],
    },
  });
  const reserves = form.fields.watch("kind") === "endorses_with_reservation";
  return (
    <Form form={form} className="max-w-2xl" doneMessage={t("recorded")}>
      <HiddenField name="id" />
      <SelectField
        name="organisationId"
        label={t("organisation")}
        none={t("choose")}
        choices={organisations}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t("kind")}
          choices={(["endorses", "endorses_with_reservation"] as const).map((value) => ({
            value,
            label: kinds(value),
          }))}
        />
        <TextField name="givenOn" type="date" label={t("givenOn")} />
      </div>
      <TextField name="authority" label={t("authority")} help={t("authorityHelp")} optional />
      {reserves && (
        <>
          <TextArea name="text" label={t("text")} rows={4} />
          <CheckboxesField name="paragraphIds" label={t("paragraphs")} choices={paragraphs} />
        </>
      )}
      <SubmitButton>{t("record")}</SubmitButton>
    </Form>
  );
}
