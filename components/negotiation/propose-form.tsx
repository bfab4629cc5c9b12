"use client";

import { useTranslations } from "next-intl";
import { type AmendmentKind, type Locale, paragraphKinds } from "@/db/enums";
import { proposeInput, rebaseInput } from "@/domain/amendments/input";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextArea, TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Values = {
  id: string;
  revisionId: string;
  kind: AmendmentKind;
  paragraphId?: string;
  revision?: number;
  text: string;
  paragraphKind: string;
  level: string;
  parts: string;
  afterId: string;
  title: string;
  reason: string;
};
type Props = {
  values: Values;
  lang: Locale;
  /** Where a paragraph can be moved to. */
  places: Choice[];
  /** For whom the secretariat writes it down; a focal point proposes for their own. */
  parties?: Choice[];
  action: FormAction;
};

/** Proposing an amendment of one kind, or renewing one: the fields follow from the kind. */
export function ProposeForm({ values, lang, places, parties, action }: Props) {
  const t = useTranslations("negotiation.form");
  const kinds = useTranslations("enums.paragraphKind");
  const renews = values.revision !== undefined;
  const { kind } = values;
  const form = useActionForm({
    action,
    schema: (renews ? rebaseInput : proposeInput) as never,
    defaults: { ...values, ...(parties ? { organisationId: "" } : {}) },
  });
  const words = kind === "replace" || kind === "insert_after" || kind === "merge";
  return (
    <Form form={form} guard className="space-y-5" doneMessage={t("sent")}>
      <HiddenField name="id" />
      <HiddenField name="revisionId" />
      <HiddenField name="kind" />
      {renews ? <RevisionField /> : <HiddenField name="paragraphId" />}
      {parties && <SelectField name="organisationId" label={t("for")} none={t("choose")} choices={parties} />}
      {kind === "insert_after" && (
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            name="paragraphKind"
            label={t("paragraphKind")}
            choices={paragraphKinds.map((value) => ({ value, label: kinds(value) }))}
          />
          <SelectField
            name="level"
            label={t("level")}
            choices={[
              { value: "", label: t("levels.none") },
              { value: "1", label: t("levels.one") },
              { value: "2", label: t("levels.two") },
            ]}
          />
        </div>
      )}
      {words && <TextArea name="text" label={t("text")} help={t("textHelp")} rows={6} lang={lang} />}
      {kind === "split" && (
        <TextArea name="parts" label={t("parts")} help={t("partsHelp")} rows={8} lang={lang} />
      )}
      {kind === "move" && (
        <SelectField name="afterId" label={t("after")} none={t("choose")} choices={places} />
      )}
      {kind === "retitle" && <TextField name="title" label={t("newTitle")} lang={lang} />}
      <TextArea name="reason" label={t("reason")} help={t("reasonHelp")} rows={3} />
      <SubmitButton>{renews ? t("renew") : t("send")}</SubmitButton>
    </Form>
  );
}
