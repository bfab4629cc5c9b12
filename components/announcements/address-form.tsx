"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { addressInput } from "@/domain/announcements/address/input";
import type { FormAction } from "@/lib/form";
import { CheckboxField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  id: string;
  locale: Locale;
  language: string;
  /** The language's own address; empty where it has that of all. */
  slug: string;
  /** The address of the languages that have none of their own. */
  base: string;
  former: string[];
  action: FormAction;
};

/** The address of one language of an announcement. */
export function AddressForm({ id, locale, language, slug, base, former, action }: Props) {
  const t = useTranslations("announcements.addresses");
  const defaults = { id, locale, slug, was: slug, ofTitle: false };
  const form = useActionForm({ action, schema: addressInput as never, defaults });
  return (
    <Form form={form} className="max-w-2xl space-y-4">
      <HiddenField name="id" />
      <HiddenField name="locale" />
      <HiddenField name="was" />
      <TextField
        name="slug"
        label={t("slug", { language })}
        help={t("slugHelp", { slug: base })}
        spellCheck={false}
        optional
      />
      <CheckboxField name="ofTitle" label={t("ofTitle")} />
      {former.length > 0 && (
        <p className="text-muted text-sm [overflow-wrap:anywhere]">
          {t("former", { list: former.join(", ") })}
        </p>
      )}
      <SubmitButton look="secondary">{t("save")}</SubmitButton>
    </Form>
  );
}
