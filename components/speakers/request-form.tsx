"use client";

import { useTranslations } from "next-intl";
import { speakingClasses } from "@/db/enums";
import { requestInput } from "@/domain/speakers/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  itemId: string;
  action: FormAction;
  people: Choice[];
  /** Whom it can be for; a delegation asks for itself, and chooses no class. */
  organisations?: Choice[];
  own?: string;
};

/** A request for the floor: from the desk for one's own delegation, or taken down from the floor. */
export function RequestForm({ itemId, action, people, organisations, own }: Props) {
  const t = useTranslations("speakers.request");
  const enums = useTranslations("enums");
  const form = useActionForm({
    action,
    schema: requestInput as never,
    defaults: { itemId, organisationId: own ?? "", participationId: "", onBehalfOf: "", class: "" },
  });
  return (
    <Form form={form} doneMessage={t("done")} className="max-w-2xl space-y-4">
      <HiddenField name="itemId" />
      {organisations ? (
        <SelectField
          name="organisationId"
          label={t("organisation")}
          none={t("choose")}
          choices={organisations}
        />
      ) : (
        <HiddenField name="organisationId" />
      )}
      <SelectField
        name="participationId"
        label={t("person")}
        help={organisations ? undefined : t("personHelp")}
        none={t("notKnown")}
        choices={people}
        optional
      />
      {organisations && (
        <SelectField
          name="class"
          label={t("class")}
          none={t("byLevel")}
          choices={speakingClasses.map((value) => ({ value, label: enums(`speakingClass.${value}`) }))}
          optional="unsaid"
        />
      )}
      <TextField name="onBehalfOf" label={t("onBehalfOf")} help={t("onBehalfOfHelp")} optional />
      <SubmitButton>{organisations ? t("add") : t("ask")}</SubmitButton>
    </Form>
  );
}
