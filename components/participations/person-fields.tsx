"use client";

import { useTranslations } from "next-intl";
import { CheckboxField, type Choice, SelectField } from "../form/choice-fields";
import { TextArea, TextField } from "../form/text-field";

type Props = {
  /** Absent where it is not theirs to say: whoever was nominated comes for their delegation's organisation. */
  organisations?: Choice[];
  email?: boolean;
  /** Days after the event that needs are kept. */
  keptDays: number;
};

/** Who somebody is, for whom they come, and what they need: the fields every form about a participant shares. */
export function PersonFields({ organisations, email, keptDays }: Props) {
  const t = useTranslations("registration");
  return (
    <>
      <TextField name="name" label={t("name")} help={t("nameHelp")} autoComplete="name" />
      {email && (
        <TextField name="email" type="email" label={t("email")} help={t("emailHelp")} autoComplete="email" />
      )}
      <TextField
        name="functionalTitle"
        label={t("functionalTitle")}
        autoComplete="organization-title"
        optional
      />
      {organisations && (
        <div className="grid gap-6 sm:grid-cols-2">
          <SelectField
            name="organisationId"
            label={t("organisation")}
            none={t("organisationNone")}
            choices={organisations}
            optional
          />
          <TextField
            name="organisationName"
            label={t("organisationName")}
            autoComplete="organization"
            optional
          />
        </div>
      )}
      <TextArea
        name="accessNeeds"
        label={t("accessNeeds")}
        help={t("accessNeedsHelp", { days: keptDays })}
        rows={2}
        optional
      />
      <TextArea name="dietaryNeeds" label={t("dietaryNeeds")} rows={2} optional />
      <CheckboxField name="listed" label={t("listed")} help={t("listedHelp")} />
    </>
  );
}

/** What the fields hold at first. */
export const emptyPerson = {
  name: "",
  functionalTitle: "",
  organisationId: "",
  organisationName: "",
  accessNeeds: "",
  dietaryNeeds: "",
  listed: false,
};
