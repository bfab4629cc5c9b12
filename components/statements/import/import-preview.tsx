"use client";

import { useTranslations } from "next-intl";
import { type Locale, type ParagraphKind, paragraphKinds } from "@/db/enums";
import { Form } from "../../form/form";
import { HiddenField } from "../../form/hidden-field";
import { SubmitButton } from "../../form/submit-button";
import { TextField } from "../../form/text-field";
import type { ActionForm } from "../../form/use-action-form";
import { Badge } from "../../ui/badge";
import { Checkbox } from "../../ui/checkbox";
import { Section } from "../../ui/section";
import { Select } from "../../ui/select";
import { Textarea } from "../../ui/textarea";

/** A paragraph that was read; where it comes back out of a form, the box says whether it is kept. */
type Row = {
  id: string;
  kind: ParagraphKind;
  level: number | string;
  text: string;
  fate?: "kept" | "rewritten" | "new";
  keep?: string;
};
export type Read = { basedOn: string; title: string; paragraphs: Row[] };

type Props = { form: ActionForm; locale: Locale; paragraphs: Row[] };

/** What was read, before anything is saved: every kind can be another, every paragraph left out or put right. */
export function ImportPreview({ form, locale, paragraphs }: Props) {
  const t = useTranslations("statements.files");
  const theirs = theirsOf(form);
  return (
    <Section title={t("preview", { count: paragraphs.length })}>
      <p className="measure mb-4 text-muted text-sm">{t("previewHelp")}</p>
      <Form form={form} guard className="space-y-5">
        <HiddenField name="id" />
        {/* After a stale refusal it is laid on the text that was saved meanwhile. */}
        {theirs ? <input type="hidden" name="basedOn" value={theirs} /> : <HiddenField name="basedOn" />}
        <TextField name="title" label={t("title")} lang={locale} className="max-w-2xl" />
        <ol className="space-y-4">
          {paragraphs.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was read has no identity but its place.
            <PreviewRow key={index} row={row} index={index} locale={locale} typed={form.echo !== undefined} />
          ))}
        </ol>
        <TextField name="note" label={t("note")} optional className="max-w-2xl" />
        <SubmitButton>{t("take")}</SubmitButton>
      </Form>
    </Section>
  );
}

type RowProps = { row: Row; index: number; locale: Locale; typed: boolean };

function PreviewRow({ row, index, locale, typed }: RowProps) {
  const t = useTranslations("statements.files");
  const kinds = useTranslations("enums.paragraphKind");
  const name = (field: string) => `paragraphs.${index}.${field}`;
  const number = index + 1;
  return (
    <li className="grid gap-2 border-rule border-t pt-3">
      <input type="hidden" name={name("id")} value={row.id} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="flex items-center gap-2 text-sm">
          <Checkbox
            id={`keep-${index}`}
            name={name("keep")}
            defaultChecked={typed ? row.keep === "on" : true}
          />
          <label htmlFor={`keep-${index}`}>{t("keep", { number })}</label>
        </span>
        <Select
          name={name("kind")}
          aria-label={t("kind", { number })}
          className="w-auto"
          defaultValue={row.kind}
        >
          {paragraphKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(kind)}
            </option>
          ))}
        </Select>
        <Select
          name={name("level")}
          aria-label={t("level", { number })}
          className="w-auto"
          defaultValue={String(row.level)}
        >
          <option value="0">1.</option>
          <option value="1">(a)</option>
          <option value="2">(i)</option>
        </Select>
        {row.fate && (
          <Badge tone={row.fate === "kept" ? "neutral" : row.fate === "new" ? "success" : "info"}>
            {t(`fate.${row.fate}`)}
          </Badge>
        )}
      </div>
      <Textarea
        name={name("text")}
        lang={locale}
        aria-label={t("paragraph", { number })}
        rows={2}
        className="min-h-14 font-serif"
        defaultValue={row.text}
      />
    </li>
  );
}

/** The revision that was saved meanwhile, where the refusal names it. */
function theirsOf(form: ActionForm): string | undefined {
  if (form.state.serverError?.code !== "stale") return undefined;
  const { latest } = (form.state.serverError.attached ?? {}) as { latest?: { id?: string } };
  return latest?.id;
}
