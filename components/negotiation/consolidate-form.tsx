"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Locale } from "@/db/enums";
import { consolidateInput } from "@/domain/amendments/input";
import type { FormAction } from "@/lib/form";
import { CheckboxesField, type Choice, SelectField } from "../form/choice-fields";
import { useFormAround } from "../form/context";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { theirsOf } from "../form/stale-notice";
import { SubmitButton } from "../form/submit-button";
import { TextArea, TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";

type Props = {
  id: string;
  textId: string;
  lang: Locale;
  title: string | undefined;
  chosen: Choice[];
  paragraphs: { id: string; reference: string | null; text: string }[];
  inserts: { of: string; number: number; text: string }[];
  moved: { id: string; reference: string | null }[];
  places: Choice[];
  action: FormAction;
};

/** Writing one text that settles several amendments; the places they touch, as they are now, to begin with. */
export function ConsolidateForm(props: Props) {
  const { id, textId, lang, title, chosen, paragraphs, inserts, moved, places, action } = props;
  const t = useTranslations("negotiation.consolidate");
  const defaults = useMemo(
    () => ({
      id,
      textId,
      amendmentIds: chosen.map(({ value }) => value),
      title: title ?? "",
      paragraphs: paragraphs.map((one) => ({ id: one.id, text: one.text })),
      inserts: inserts.map(({ of, text }) => ({ of, text })),
      moves: moved.map((one) => ({ id: one.id, to: "stay" })),
      reason: "",
    }),
    [id, textId, chosen, title, paragraphs, inserts, moved],
  );
  const form = useActionForm({ action, schema: consolidateInput as never, defaults });
  const named = (reference: string | null) => (reference ? t("text", { reference }) : t("textUnnumbered"));
  return (
    <Form form={form} guard className="space-y-5">
      <HiddenField name="id" />
      <SeenText />
      <CheckboxesField name="amendmentIds" label={t("choose")} choices={chosen} />
      {title !== undefined && <TextField name="title" label={t("newTitle")} lang={lang} />}
      {paragraphs.map((one, index) => (
        <div key={one.id}>
          <HiddenField name={`paragraphs.${index}.id`} />
          <TextArea
            name={`paragraphs.${index}.text`}
            label={named(one.reference)}
            help={t("textHelp")}
            rows={5}
            lang={lang}
            optional="unsaid"
          />
        </div>
      ))}
      {inserts.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is new has no identity but its place.
        <div key={index}>
          <HiddenField name={`inserts.${index}.of`} />
          <TextArea
            name={`inserts.${index}.text`}
            label={t("insert", { number: one.number })}
            help={t("insertHelp")}
            rows={4}
            lang={lang}
            optional="unsaid"
          />
        </div>
      ))}
      {moved.map((one, index) => (
        <div key={one.id}>
          <HiddenField name={`moves.${index}.id`} />
          <SelectField
            name={`moves.${index}.to`}
            label={t("move", { reference: one.reference ?? "" })}
            choices={[{ value: "stay", label: t("stay") }, ...places.filter(({ value }) => value !== one.id)]}
          />
        </div>
      ))}
      <TextArea name="reason" label={t("reason")} rows={2} optional />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

/** The text that was seen; after a stale refusal the one whose words are shown beside. */
function SeenText() {
  const { state, defaults } = useFormAround();
  const stale = state.serverError?.code === "stale" ? theirsOf(state.serverError.attached) : undefined;
  return <input type="hidden" name="textId" value={String(stale?.textId ?? defaults.textId)} />;
}
