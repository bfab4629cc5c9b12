"use client";

import { useTranslations } from "next-intl";
import { majorities, procedureKinds } from "@/db/enums";
import { openInput } from "@/domain/procedures/input";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  values: { statementId: string; revisionId: string; zone: string };
  /** How many each circle would entitle now. */
  counts: { parties: number; members: number };
  zones: readonly string[];
  action: FormAction;
};

/** Opening a decision outside of the room. */
export function OpenForm({ values, counts, zones, action }: Props) {
  const t = useTranslations("procedures.open");
  const enums = useTranslations("enums");
  const form = useActionForm({
    action,
    schema: openInput as never,
    defaults: {
      ...values,
      kind: "silence",
      among: counts.parties > 0 ? "parties" : "members",
      opensAt: "",
      deadline: "",
      required: "",
      majority: "simple",
    },
  });
  return (
    <Form
      form={form}
      guard
      className="max-w-2xl"
      doneMessage={t("opened")}
      obstacles={(code) => t(`obstacles.${code}` as "obstacles.adopted")}
    >
      <HiddenField name="statementId" />
      <HiddenField name="revisionId" />
      <SelectField
        name="kind"
        label={t("kind")}
        help={t("kindHelp")}
        choices={procedureKinds.map((value) => ({ value, label: enums(`procedureKind.${value}`) }))}
      />
      <SelectField
        name="among"
        label={t("among")}
        choices={[
          { value: "parties", label: t("parties", { count: counts.parties }) },
          { value: "members", label: t("members", { count: counts.members }) },
        ]}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          name="opensAt"
          type="datetime-local"
          label={t("opensAt")}
          help={t("opensAtHelp")}
          optional
        />
        <TextField name="deadline" type="datetime-local" label={t("deadline")} />
      </div>
      <SelectField
        name="zone"
        label={t("zone")}
        help={t("zoneHelp")}
        choices={zones.map((one) => ({ value: one, label: one.replaceAll("_", " ") }))}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          name="required"
          type="number"
          min={1}
          label={t("required")}
          help={t("requiredHelp")}
          optional
        />
        <SelectField
          name="majority"
          label={t("majority")}
          choices={majorities.map((value) => ({ value, label: enums(`majority.${value}`) }))}
        />
      </div>
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}
