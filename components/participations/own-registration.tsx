"use client";

import { useTranslations } from "next-intl";
import { ownChangeInput, ownStepInput } from "@/domain/participations/input";
import type { FormAction } from "@/lib/form";
import type { Choice } from "../form/choice-fields";
import { ConfirmForm } from "../form/confirm-dialog";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Section } from "../ui/section";
import { PersonFields } from "./person-fields";

type Props = {
  values: Record<string, string | number | boolean>;
  organisations?: Choice[];
  /** Days after the event that needs are kept. */
  keptDays: number;
  change: FormAction;
  withdraw: FormAction;
};

/** One's own registration: change what it says, or take it back. Both work without JavaScript. */
export function OwnRegistration({ values, organisations, keptDays, change, withdraw }: Props) {
  const t = useTranslations("registration");
  const form = useActionForm({ action: change, schema: ownChangeInput, defaults: values });
  return (
    <div className="max-w-2xl space-y-10">
      <Section title={t("change")}>
        <Form form={form}>
          <HiddenField name="id" />
          <HiddenField name="link" />
          <RevisionField />
          <PersonFields organisations={organisations} keptDays={keptDays} />
          <SubmitButton>{t("save")}</SubmitButton>
        </Form>
      </Section>
      <Section title={t("withdraw")}>
        <ConfirmForm
          action={withdraw}
          schema={ownStepInput}
          values={{ id: String(values.id), revision: Number(values.revision), link: String(values.link) }}
          consequence={<p>{t("withdrawConsequence")}</p>}
          confirm={t("withdraw")}
          danger
        />
      </Section>
    </div>
  );
}
