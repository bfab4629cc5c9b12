"use client";

import { useTranslations } from "next-intl";
import { type Locale, locales, roles } from "@/db/enums";
import { inviteInput } from "@/domain/team/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = { locale: Locale; organisations: Choice[]; action: FormAction };

/** Inviting somebody to the secretariat, or as an organisation's focal point. */
export function InviteForm({ locale, organisations, action }: Props) {
  const t = useTranslations("team");
  const enums = useTranslations("enums");
  const form = useActionForm({
    action,
    schema: inviteInput as never,
    defaults: { name: "", email: "", role: "organizer", organisationId: "", locale },
  });
  const focal = form.fields.watch("role") === "focal_point";
  return (
    <Form form={form} className="max-w-2xl" doneMessage={t("invited")}>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="name" label={t("name")} autoComplete="off" />
        <TextField name="email" type="email" label={t("email")} autoComplete="off" />
        <SelectField
          name="role"
          label={t("role")}
          choices={roles.map((value) => ({ value, label: enums(`role.${value}`) }))}
        />
        <SelectField
          name="locale"
          label={t("language")}
          choices={locales.map((value) => ({ value, label: enums(`locale.${value}`) }))}
        />
        {focal && (
          <SelectField
            name="organisationId"
            label={t("organisation")}
            none={t("choose")}
            choices={organisations}
          />
        )}
      </div>
      <SubmitButton>{t("invite")}</SubmitButton>
    </Form>
  );
}
