"use client";

import { useTranslations } from "next-intl";
import { locales, participationLevels } from "@/db/enums";
import { SelectField } from "../form/choice-fields";
import { TextArea, TextField } from "../form/text-field";

type Props = {
  /** Asks in which language their mails are. */
  language?: boolean;
  /** Days after the event that needs are kept. */
  keptDays: number;
};

/** Who somebody is, as a delegation names them. */
export function NomineeFields({ language = false, keptDays }: Props) {
  const t = useTranslations("delegations.field");
  const enums = useTranslations("enums");
  return (
    <>
      <TextField name="name" label={t("name")} help={t("nameHelp")} autoComplete="off" />
      <NameParts />
      <TextField name="functionalTitle" label={t("functionalTitle")} autoComplete="off" optional />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="level"
          label={t("level")}
          choices={participationLevels.map((value) => ({
            value,
            label: enums(`participationLevel.${value}`),
          }))}
        />
        {language && (
          <SelectField
            name="locale"
            label={t("locale")}
            choices={locales.map((value) => ({ value, label: enums(`locale.${value}`) }))}
          />
        )}
      </div>
      <TextField
        name="email"
        type="email"
        label={t("email")}
        help={t("emailHelp")}
        autoComplete="off"
        optional
      />
      <TextArea
        name="accessNeeds"
        label={t("accessNeeds")}
        help={t("needsHelp", { days: keptDays })}
        rows={2}
        optional
      />
      <TextArea name="dietaryNeeds" label={t("dietaryNeeds")} rows={2} optional />
    </>
  );
}

/** What stands before a name, and what it is sorted by. */
export function NameParts() {
  const t = useTranslations("delegations.field");
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <TextField
        name="courtesyTitle"
        label={t("courtesyTitle")}
        help={t("courtesyTitleHelp")}
        autoComplete="off"
        optional
      />
      <TextField
        name="familyName"
        label={t("familyName")}
        help={t("familyNameHelp")}
        autoComplete="off"
        optional
      />
    </div>
  );
}

/** What the fields hold at first. */
export const emptyNominee = {
  name: "",
  courtesyTitle: "",
  familyName: "",
  functionalTitle: "",
  level: "other",
  email: "",
  accessNeeds: "",
  dietaryNeeds: "",
};
