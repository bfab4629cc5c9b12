"use client";

import { useTranslations } from "next-intl";
import { type Locale, locales, poolKinds } from "@/db/enums";
import { invitableClasses } from "@/domain/invitations/rules";
import { CheckboxField, SelectField } from "../form/choice-fields";
import { useFormAround } from "../form/context";
import { DateTimeField } from "../form/date-time-field";
import { TextField } from "../form/text-field";

/** What the fields hold at first. */
export const emptyTerms = (eventId: string, locale: Locale, expiresAt: string) => ({
  eventId,
  class: "delegate",
  pool: "open",
  guaranteed: false,
  locale,
  expiresAt,
  reason: "",
});

/** As what somebody is invited, on which seat, in which language and until when. */
export function TermsFields({ zone, mayOverride }: { zone: string; mayOverride: boolean }) {
  const t = useTranslations("invitations");
  const enums = useTranslations("enums");
  const { fields } = useFormAround();
  const guaranteed = Boolean(fields.watch("guaranteed"));
  return (
    <>
      <SelectField
        name="class"
        label={t("class")}
        choices={invitableClasses.map((value) => ({ value, label: enums(`participationClass.${value}`) }))}
      />
      <SelectField
        name="pool"
        label={t("pool")}
        choices={poolKinds.map((value) => ({ value, label: enums(`poolKind.${value}`) }))}
      />
      <SelectField
        name="locale"
        label={t("language")}
        choices={locales.map((value) => ({ value, label: enums(`locale.${value}`) }))}
      />
      <DateTimeField name="expiresAt" label={t("expiresAt")} zone={zone} />
      <CheckboxField
        name="guaranteed"
        label={t("guaranteed")}
        help={t("guaranteedHelp")}
        className="sm:col-span-2"
      />
      {guaranteed && mayOverride && (
        <TextField
          name="reason"
          label={t("overrideReason")}
          help={t("overrideReasonHelp")}
          optional
          className="sm:col-span-2"
        />
      )}
    </>
  );
}
