"use client";

import { useTranslations } from "next-intl";
import { announcementKinds, cadences, locales } from "@/db/enums";
import { CheckboxesField, SelectField } from "../form/choice-fields";

/** How somebody wants to be told of news: in which language, how often, of what. */
export function WishesFields() {
  const t = useTranslations("subscriptions.form");
  const enums = useTranslations("enums");
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="locale"
          label={t("locale")}
          choices={locales.map((value) => ({ value, label: enums(`locale.${value}`) }))}
        />
        <SelectField
          name="cadence"
          label={t("cadence")}
          choices={cadences.map((value) => ({ value, label: enums(`cadence.${value}`) }))}
        />
      </div>
      <CheckboxesField
        name="kinds"
        label={t("kinds")}
        help={t("kindsHelp")}
        optional
        choices={announcementKinds.map((value) => ({ value, label: enums(`announcementKind.${value}`) }))}
      />
    </>
  );
}
