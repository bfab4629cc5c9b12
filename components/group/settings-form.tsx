"use client";

import { useTranslations } from "next-intl";
import { type Localized, locales } from "@/db/enums";
import { type GroupInput, groupInput } from "@/domain/group/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { LogoField } from "../media/logo-field";

type Props = {
  settings: Omit<GroupInput, "logoId"> & { name: Localized; logoId: string };
  /** What its logo can be. */
  pictures: readonly Choice[];
  zones: readonly string[];
  action: FormAction;
};

/** The settings of the group, whole: the names and texts in every language, the addresses, the zone. */
export function GroupSettingsForm({ settings, pictures, zones, action }: Props) {
  const t = useTranslations("group");
  const language = useTranslations("enums.locale");
  const common = useTranslations("common");
  const form = useActionForm({ action, schema: groupInput, defaults: settings });
  return (
    <Form form={form} guard className="max-w-4xl">
      <RevisionField />
      <LocalizedField name="name" label={t("name")} />
      <TextField name="acronym" label={t("acronym")} help={t("acronymHelp")} className="max-w-xs" />
      <LocalizedField
        name="boilerplate"
        label={t("boilerplate")}
        help={t("boilerplateHelp")}
        rows={6}
        optional
      />
      <LocalizedField
        name="secretariat"
        label={t("secretariat")}
        help={t("secretariatHelp")}
        rows={4}
        optional
      />
      <TextField name="pressContact" label={t("pressContact")} help={t("pressContactHelp")} optional />
      <TextField
        name="replyTo"
        label={t("replyTo")}
        help={t("replyToHelp")}
        type="email"
        autoComplete="off"
        className="max-w-md"
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="zone"
          label={t("zone")}
          help={t("zoneHelp")}
          choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <SelectField
          name="defaultLocale"
          label={t("defaultLocale")}
          help={t("defaultLocaleHelp")}
          choices={locales.map((locale) => ({ value: locale, label: language(locale) }))}
        />
      </div>
      <LogoField help={t("logoHelp")} pictures={pictures} />
      <SubmitButton>{common("save")}</SubmitButton>
    </Form>
  );
}
