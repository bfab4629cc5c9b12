"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Locale, type Localized, type ReleaseItemKind, releaseAudiences } from "@/db/enums";
import { addItemsInput, addMailInput } from "@/domain/releases/input";
import type { FormAction } from "@/lib/form";
import { pick } from "@/lib/i18n/pick";
import { CheckboxesField, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { LocalizedField } from "../form/localized-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";

type Choosable = { value: string; title: Localized; locale?: Locale; number?: number };
type Kind = Exclude<ReleaseItemKind, "mail">;

type Props = {
  release: { id: string; revision: number };
  choices: Record<Kind, Choosable[]>;
  add: FormAction;
  addMail: FormAction;
};

const kinds = ["membership", "announcement", "statement", "event", "agenda"] as const satisfies Kind[];

/** What is not public yet and can be put into a release, by kind, each to be opened. */
export function AddThings({ release, choices, add, addMail }: Props) {
  const t = useTranslations("releases.add");
  return (
    <div className="divide-y divide-rule border-rule border-y">
      {kinds.map((kind) => (
        <details key={`${kind} ${release.revision}`} className="py-3">
          <summary className="min-h-6 cursor-pointer font-medium text-sm">
            {t(kind)} <span className="font-normal text-muted">({choices[kind].length})</span>
          </summary>
          <div className="pt-4">
            {choices[kind].length === 0 ? (
              <p className="text-muted text-sm">{t("none")}</p>
            ) : (
              <AddForm kind={kind} release={release} choices={choices[kind]} action={add} />
            )}
          </div>
        </details>
      ))}
      <details key={`mail ${release.revision}`} className="py-3">
        <summary className="min-h-6 cursor-pointer font-medium text-sm">{t("mail")}</summary>
        <div className="pt-4">
          <MailForm release={release} action={addMail} />
        </div>
      </details>
    </div>
  );
}

type AddProps = { kind: Kind; release: Props["release"]; choices: Choosable[]; action: FormAction };

function AddForm({ kind, release, choices, action }: AddProps) {
  const t = useTranslations("releases.add");
  const enums = useTranslations("enums.locale");
  const locale = useLocale();
  const form = useActionForm({
    action,
    schema: addItemsInput as never,
    defaults: { id: release.id, revision: release.revision, things: [] },
  });
  const label = ({ title, locale: of, number = 0 }: Choosable) => {
    const name = pick(title, locale).text;
    return of ? t("choice", { title: name, language: enums(of), number }) : name;
  };
  return (
    <Form form={form} doneMessage={null}>
      <HiddenField name="id" />
      <RevisionField />
      <CheckboxesField
        name="things"
        label={<span className="sr-only">{t(kind)}</span>}
        choices={choices.map((one) => ({ value: one.value, label: label(one) }))}
        className="max-h-80 overflow-y-auto break-words"
      />
      <SubmitButton look="secondary">{t("button")}</SubmitButton>
    </Form>
  );
}

function MailForm({ release, action }: { release: Props["release"]; action: FormAction }) {
  const t = useTranslations("releases.add");
  const enums = useTranslations("enums.releaseAudience");
  const form = useActionForm({
    action,
    schema: addMailInput as never,
    defaults: { id: release.id, revision: release.revision, audience: "press", subject: {}, body: {} },
  });
  return (
    <Form form={form} doneMessage={null}>
      <HiddenField name="id" />
      <RevisionField />
      <SelectField
        name="audience"
        label={t("audience")}
        choices={releaseAudiences.map((value) => ({ value, label: enums(value) }))}
        className="max-w-md"
      />
      <LocalizedField name="subject" label={t("subject")} />
      <LocalizedField name="body" label={t("body")} help={t("bodyHelp")} rows={6} />
      <SubmitButton look="secondary">{t("mailButton")}</SubmitButton>
    </Form>
  );
}
