"use client";

import { useTranslations } from "next-intl";
import { participationClasses, participationLevels } from "@/db/enums";
import { NameParts } from "../delegations/nominee-fields";
import { SelectField } from "../form/choice-fields";

/** How somebody is printed, sorted and ranked: for the secretariat, not for those who register themselves. */
export function StyleFields() {
  const t = useTranslations("delegations.field");
  const enums = useTranslations("enums");
  return (
    <>
      <NameParts />
      <SelectField
        name="level"
        label={t("level")}
        choices={participationLevels.map((value) => ({ value, label: enums(`participationLevel.${value}`) }))}
      />
    </>
  );
}

/** As what somebody comes. */
export function ClassSelect() {
  const t = useTranslations("participations");
  const enums = useTranslations("enums");
  return (
    <SelectField
      name="class"
      label={t("class")}
      choices={participationClasses.map((value) => ({ value, label: enums(`participationClass.${value}`) }))}
    />
  );
}

/** What the fields hold at first. */
export const emptyStyle = { courtesyTitle: "", familyName: "", level: "other" };
