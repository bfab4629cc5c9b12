"use client";

import { useTranslations } from "next-intl";
import { recordPositionInput } from "@/domain/positions/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { emptyPosition, PositionFields } from "./position-fields";

type Props = {
  id: string;
  today: string;
  organisations: Choice[];
  paragraphs: Choice[];
  /** The position that ends with this one, where one is changed. */
  replaces?: string;
  action: FormAction;
};

/** Recording what an organisation says of a statement, from a letter or the floor. */
export function RecordForm({ id, today, organisations, paragraphs, replaces = "", action }: Props) {
  const t = useTranslations("positions.form");
  const only = organisations.length === 1 ? (organisations[0]?.value ?? "") : "";
  const form = useActionForm({
    action,
    schema: recordPositionInput as never,
    defaults: { ...emptyPosition(today), id, replaces, organisationId: replaces ? only : "" },
  });
  return (
    <Form form={form} className="max-w-2xl" doneMessage={t("recorded")}>
      <HiddenField name="id" />
      <HiddenField name="replaces" />
      <SelectField
        name="organisationId"
        label={t("organisation")}
        none={replaces ? undefined : t("choose")}
        choices={organisations}
      />
      <PositionFields paragraphs={paragraphs} />
      <SubmitButton>{t("record")}</SubmitButton>
    </Form>
  );
}
