"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Locale, type ParagraphKind, paragraphKinds } from "@/db/enums";
import { textInput } from "@/domain/statements/input";
import { numbered } from "@/domain/statements/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { useActionForm } from "../form/use-action-form";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { StaleText } from "./stale-text";

type Paragraph = { id: string; kind: ParagraphKind; text: string };
type Row = Paragraph & { key: string };
type Saved = { id: string; paragraphs: Paragraph[] };

type Props = {
  statement: { id: string; locale: Locale };
  /** The revision the text in front of us is, or none. */
  base: { id: string; title: string; paragraphs: Paragraph[] } | undefined;
  /** For a translation: the authentic text beside it, and which of its paragraphs want attention. */
  original?: { id: string; locale: Locale; title: string; paragraphs: Paragraph[]; untranslated: string[] };
  action: FormAction<Saved>;
};

let made = 0;
const row = (paragraph: Paragraph): Row => ({ ...paragraph, key: paragraph.id || `new-${made++}` });

/** The text of a statement, paragraph by paragraph; every save is a new revision on top of the one it was made on. */
export function TextEditor({ statement, base, original, action }: Props) {
  const t = useTranslations("statements.editor");
  const begun =
    base?.paragraphs ?? original?.paragraphs.map((paragraph) => ({ ...paragraph, text: "" })) ?? [];
  const [rows, setRows] = useState<Row[]>(() =>
    (begun.length > 0 ? begun : [{ id: "", kind: "preambular" as const, text: "" }]).map(row),
  );
  const [basedOn, setBasedOn] = useState(base?.id ?? "");
  const form = useActionForm<Saved>({
    action,
    schema: textInput as never,
    defaults: {
      ...statement,
      basedOn,
      translationOf: original?.id ?? "",
      title: base?.title ?? original?.title ?? "",
      note: "",
      paragraphs: rows,
    },
    onDone(saved) {
      // What was new has its permanent id now, and the next save is made on this one.
      setBasedOn(saved.id);
      setRows(saved.paragraphs.map(row));
    },
  });
  const numbers = numbered(rows).map((one) => one.number);
  const change = (index: number, part: Partial<Row>) =>
    setRows(rows.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const insert = (index: number) =>
    setRows([
      ...rows.slice(0, index),
      row({ id: "", kind: rows[index - 1]?.kind ?? "operative", text: "" }),
      ...rows.slice(index),
    ]);
  const move = (index: number, by: number) => {
    const next = rows.filter((_, at) => at !== index);
    const moved = rows[index];
    if (moved) setRows([...next.slice(0, index + by), moved, ...next.slice(index + by)]);
  };
  const theirs = form.state.serverError?.code === "stale" ? form.state.serverError.attached : undefined;
  return (
    <Form form={form} guard className="space-y-5">
      {theirs !== undefined && (
        <StaleText attached={theirs} yours={rows} locale={statement.locale} onTake={setBasedOn} />
      )}
      <HiddenField name="id" />
      <HiddenField name="locale" />
      <HiddenField name="translationOf" />
      <input type="hidden" name="basedOn" value={basedOn} />
      {original && original.untranslated.length > 0 && (
        <Notice tone="warning">{t("untranslated", { count: original.untranslated.length })}</Notice>
      )}
      <TextField name="title" label={t("title")} lang={statement.locale} />
      <ol className="space-y-4">
        {rows.map((paragraph, index) => (
          <li key={paragraph.key} className="grid gap-x-4 gap-y-2 border-rule border-t pt-3 lg:grid-cols-2">
            {original && <Beside paragraph={paragraph} original={original} />}
            <div className={original ? "" : "lg:col-span-2"}>
              <input type="hidden" name={`paragraphs.${index}.id`} value={paragraph.id} />
              <div className="mb-1 flex flex-wrap items-center gap-2">
                <span className="w-8 text-muted text-sm tabular-nums">{numbers[index]}</span>
                <KindSelect
                  index={index}
                  kind={paragraph.kind}
                  onChange={(kind) => change(index, { kind })}
                />
                <span className="ms-auto flex gap-1">
                  <Button
                    size="icon"
                    look="quiet"
                    aria-label={t("up", { number: index + 1 })}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  >
                    <ArrowUp aria-hidden />
                  </Button>
                  <Button
                    size="icon"
                    look="quiet"
                    aria-label={t("down", { number: index + 1 })}
                    disabled={index === rows.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    <ArrowDown aria-hidden />
                  </Button>
                  <Button
                    size="icon"
                    look="quiet"
                    aria-label={t("insert", { number: index + 1 })}
                    onClick={() => insert(index + 1)}
                  >
                    <Plus aria-hidden />
                  </Button>
                  <Button
                    size="icon"
                    look="quiet"
                    aria-label={t("remove", { number: index + 1 })}
                    disabled={rows.length === 1}
                    onClick={() => setRows(rows.filter((_, at) => at !== index))}
                  >
                    <Trash2 aria-hidden />
                  </Button>
                </span>
              </div>
              <Textarea
                name={`paragraphs.${index}.text`}
                lang={statement.locale}
                aria-label={t("paragraph", { number: index + 1 })}
                rows={3}
                className="field-sizing-content min-h-20 font-serif"
                value={paragraph.text}
                onChange={(event) => change(index, { text: event.target.value })}
              />
            </div>
          </li>
        ))}
      </ol>
      <TextField name="note" label={t("note")} help={t("noteHelp")} optional />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

function KindSelect({
  index,
  kind,
  onChange,
}: {
  index: number;
  kind: ParagraphKind;
  onChange: (kind: ParagraphKind) => void;
}) {
  const t = useTranslations("statements.editor");
  const kinds = useTranslations("enums.paragraphKind");
  return (
    <Select
      name={`paragraphs.${index}.kind`}
      aria-label={t("kind", { number: index + 1 })}
      className="w-auto"
      value={kind}
      onChange={(event) => onChange(event.target.value as ParagraphKind)}
    >
      {paragraphKinds.map((value) => (
        <option key={value} value={value}>
          {kinds(value)}
        </option>
      ))}
    </Select>
  );
}

/** The authentic paragraph beside its translation. */
function Beside({ paragraph, original }: { paragraph: Row; original: NonNullable<Props["original"]> }) {
  const t = useTranslations("statements.editor");
  const source = original.paragraphs.find((one) => one.id === paragraph.id);
  const wants = original.untranslated.includes(paragraph.id);
  return (
    <div className="text-sm">
      <p lang={original.locale} className="whitespace-pre-line font-serif text-base">
        {source?.text}
      </p>
      {!source && <p className="text-muted">{t("noOriginal")}</p>}
      {wants && <p className="mt-1 font-medium text-warning">{t("wantsTranslation")}</p>}
    </div>
  );
}
