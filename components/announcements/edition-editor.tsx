"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import type { Locale } from "@/db/enums";
import { editionInput } from "@/domain/announcements/input";
import { type EditionText, emptyBody } from "@/domain/announcements/text/rules";
import type { FormAction } from "@/lib/form";
import { CheckboxField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea, TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { EditionFields, fieldsOf } from "./edition-fields";
import type { EditorChoices } from "./editor-choices";
import { KeptNotice } from "./kept-notice";
import { RichTextField } from "./rich-text-field";
import { StaleEdition } from "./stale-edition";
import { type OriginalText, type TranslatedPart, TranslationFields } from "./translation-fields";
import { useKept } from "./use-kept";

type Props = {
  announcement: { id: string; locale: Locale };
  /** The revision the text in front of us is, or none. */
  base: (EditionText & { id: string }) | undefined;
  /** For a translation: the original, and what each of its parts is in the translation. */
  original?: OriginalText & { parts: readonly TranslatedPart[] };
  /** Of an original: whether there are translations that a change may make stale. */
  translated: boolean;
  choices: EditorChoices;
  /** Where what is written is kept. */
  keepAt: string;
  action: FormAction;
};

/** One language's text; every save is a new revision on top of the one it was made on. */
export function EditionEditor({ announcement, base, original, translated, choices, keepAt, action }: Props) {
  const t = useTranslations("announcements.editor");
  const [basedOn, setBasedOn] = useState(base?.id ?? "");
  // What is translated is what was in front of the translator when the page was opened, whatever became of it since.
  const [source] = useState(original);
  const inside = useRef<HTMLInputElement>(null);
  const { locale } = announcement;
  const saved = useActionForm({
    action,
    schema: editionInput as never,
    defaults: {
      ...announcement,
      basedOn,
      translationOf: source?.id ?? "",
      title: base?.title ?? "",
      lead: base?.lead ?? "",
      body: JSON.stringify(base?.body ?? emptyBody),
      ...fieldsOf(base),
      noEffect: false,
    },
    onDone: (done) => setBasedOn((done as { id: string }).id),
  });
  const onKept = useCallback((id: string) => setBasedOn(id), []);
  const { state, form } = useKept({ inside, form: saved, address: keepAt, onKept });
  const refused = form.state.serverError;
  return (
    <Form form={form} guard className={source ? "space-y-5" : "max-w-4xl space-y-5"}>
      {refused?.code === "stale" && (
        <StaleEdition attached={refused.attached} locale={locale} choices={choices} onTake={setBasedOn} />
      )}
      <HiddenField name="id" />
      <HiddenField name="locale" />
      <HiddenField name="translationOf" />
      <input ref={inside} type="hidden" name="basedOn" value={basedOn} />
      {source ? (
        <TranslationFields
          original={source}
          translation={base?.body ?? emptyBody}
          parts={original?.parts ?? source.parts}
          choices={choices}
        />
      ) : (
        <>
          <TextField name="title" label={t("title")} lang={locale} />
          <TextArea name="lead" label={t("lead")} help={t("leadHelp")} lang={locale} rows={3} optional />
          <RichTextField name="body" label={t("body")} choices={choices} />
        </>
      )}
      <EditionFields choices={choices} original={source} />
      {translated && !source && (
        <CheckboxField name="noEffect" label={t("noEffect")} help={t("noEffectHelp")} />
      )}
      <KeptNotice state={state} />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
