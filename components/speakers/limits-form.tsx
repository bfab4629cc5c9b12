"use client";

import { useTranslations } from "next-intl";
import { speakingClasses } from "@/db/enums";
import { editListInput, openListInput } from "@/domain/speakers/input";
import type { Limits } from "@/domain/speakers/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  itemId: string;
  limits: Limits;
  /** Of a list that is open already. */
  list?: { revision: number; closed: boolean };
  action: FormAction;
};

/** The seconds each class may speak; opens the list, or changes it. */
export function LimitsForm({ itemId, limits, list, action }: Props) {
  const t = useTranslations("speakers.limits");
  const enums = useTranslations("enums");
  const form = useActionForm({
    action,
    schema: (list ? editListInput : openListInput) as never,
    defaults: { itemId, limits, ...list },
  });
  return (
    <Form form={form} className="max-w-2xl space-y-4">
      <HiddenField name="itemId" />
      {list && <RevisionField />}
      <div className="grid gap-4 sm:grid-cols-3">
        {speakingClasses.map((of) => (
          <TextField
            key={of}
            name={`limits.${of}`}
            type="number"
            min={10}
            max={7200}
            label={t("seconds", { of: enums(`speakingClass.${of}`) })}
          />
        ))}
        <TextField
          name="limits.group"
          type="number"
          min={10}
          max={7200}
          label={t("seconds", { of: t("group") })}
        />
      </div>
      {list && <CheckboxField name="closed" label={t("closed")} help={t("closedHelp")} />}
      <SubmitButton>{list ? t("save") : t("open")}</SubmitButton>
    </Form>
  );
}
