"use client";

import { useTranslations } from "next-intl";
import type { Locale, Localized } from "@/db/enums";
import { templateInput } from "@/domain/templates/input";
import { placeholdersOf, type Template, type Words } from "@/domain/templates/rules";
import type { FormAction } from "@/lib/form";
import type { Choice } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Button } from "../ui/button";
import type { Letter } from "./letter-preview";
import { TemplatePreview } from "./template-preview";
import { WordsFields } from "./words-fields";

type House = Words & { locale: Locale };
type Props = {
  values: {
    eventId: string;
    template: Template;
    revision: number;
    subject: Localized;
    body: Localized;
  };
  house: House[];
  /** What the saved words, or the house's, look like. */
  preview: Letter;
  participants: Choice[];
  action: FormAction;
  previewAction: FormAction<Letter>;
};

/** Words of the event's own for one mail, beside the house's, with a preview of what stands in the form. */
export function TemplateForm({ values, house, preview, participants, action, previewAction }: Props) {
  const t = useTranslations("mailing.templates");
  const form = useActionForm({ action, schema: templateInput as never, defaults: values });
  return (
    <Form form={form} guard className="space-y-8">
      <HiddenField name="eventId" />
      <HiddenField name="template" />
      <RevisionField />
      <div className="max-w-4xl space-y-6">
        <WordsFields placeholders={placeholdersOf(values.template)} optional />
        <div className="grid gap-6 md:grid-cols-2">
          {house.map((one) => (
            <HouseWords
              key={one.locale}
              {...one}
              onTake={() => {
                const options = { shouldDirty: true, shouldValidate: true };
                form.fields.setValue(`subject.${one.locale}`, one.subject, options);
                form.fields.setValue(`body.${one.locale}`, one.body, options);
              }}
            />
          ))}
        </div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
      <TemplatePreview first={preview} participants={participants} action={previewAction} />
    </Form>
  );
}

function HouseWords({ locale, subject, body, onTake }: House & { onTake: () => void }) {
  const t = useTranslations("mailing.templates");
  const languages = useTranslations("enums.locale");
  const language = languages(locale);
  return (
    <details className="text-sm">
      <summary className="link cursor-pointer">{t("houseIn", { language })}</summary>
      <div lang={locale} className="mt-2 border-rule border-s-2 ps-4">
        <p className="font-medium">{subject}</p>
        <p className="mt-2 whitespace-pre-line break-words">{body}</p>
      </div>
      <Button size="small" className="mt-3" onClick={onTake}>
        {t("take", { language })}
      </Button>
    </details>
  );
}
