"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/db/enums";
import { editionInput } from "@/domain/announcements/input";
import { emptyBody, type RichBody } from "@/domain/announcements/text/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea, TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Notice } from "../ui/notice";
import type { Speakers } from "./quote-panel";
import { RichText } from "./rich-text";
import { RichTextField } from "./rich-text-field";
import { StaleEdition } from "./stale-edition";

type Text = { id: string; title: string; lead: string; body: RichBody };

type Props = {
  announcement: { id: string; locale: Locale };
  /** The revision the text in front of us is, or none. */
  base: Text | undefined;
  /** For a translation: the original beside it, and whether it moved on since. */
  original?: Text & { locale: Locale; outdated: boolean };
  speakers: Speakers;
  action: FormAction;
};

/** One language's text; every save is a new revision on top of the one it was made on. */
export function EditionEditor({ announcement, base, original, speakers, action }: Props) {
  const t = useTranslations("announcements.editor");
  const [basedOn, setBasedOn] = useState(base?.id ?? "");
  const { locale } = announcement;
  const form = useActionForm({
    action,
    schema: editionInput as never,
    defaults: {
      ...announcement,
      basedOn,
      translationOf: original?.id ?? "",
      title: base?.title ?? "",
      lead: base?.lead ?? "",
      body: JSON.stringify(base?.body ?? emptyBody),
    },
    onDone: (saved) => setBasedOn((saved as { id: string }).id),
  });
  const refused = form.state.serverError;
  return (
    <div className={original ? "grid gap-8 xl:grid-cols-2" : "max-w-4xl"}>
      <Form form={form} guard className="min-w-0 space-y-5">
        {refused?.code === "stale" && (
          <StaleEdition attached={refused.attached} locale={locale} speakers={speakers} onTake={setBasedOn} />
        )}
        <HiddenField name="id" />
        <HiddenField name="locale" />
        <HiddenField name="translationOf" />
        <input type="hidden" name="basedOn" value={basedOn} />
        {original?.outdated && <Notice tone="warning">{t("outdated")}</Notice>}
        <TextField name="title" label={t("title")} lang={locale} />
        <TextArea name="lead" label={t("lead")} help={t("leadHelp")} lang={locale} rows={3} optional />
        <RichTextField name="body" label={t("body")} lang={locale} speakers={speakers} />
        <SubmitButton>{t("save")}</SubmitButton>
      </Form>
      {original && (
        <section aria-label={t("original")} className="min-w-0 xl:border-rule xl:border-s xl:ps-8">
          <p className="mb-3 text-muted text-sm">{t("original")}</p>
          <div lang={original.locale}>
            <p className="font-semibold font-serif text-2xl">{original.title}</p>
            <p className="mt-2 mb-4 whitespace-pre-line font-serif text-lg">{original.lead}</p>
          </div>
          <RichText
            body={original.body}
            lang={original.locale}
            speakers={speakers.people}
            day={speakers.day}
          />
        </section>
      )}
    </div>
  );
}
