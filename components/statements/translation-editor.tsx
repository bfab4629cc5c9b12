"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { numbered } from "@/domain/statements/rules";
import type { StaleParagraph } from "@/domain/statements/translation/rules";
import type { FormAction } from "@/lib/form";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { Checkbox } from "../ui/checkbox";
import { Notice } from "../ui/notice";
import { ConflictChoice } from "./editor/conflict-choice";
import { MergeNotice } from "./editor/merge-notice";
import { ParagraphText } from "./editor/paragraph-text";
import { changed, type EditedParagraph, type Row } from "./editor/rows";
import { type Saved, useTextForm } from "./editor/use-text-form";
import { InlineText } from "./inline-text";
import { WordDifference } from "./word-difference";

/** An authentic paragraph, with the words a stale translation was made of. */
export type Original = EditedParagraph & { was?: string };

type Props = {
  statement: { id: string; locale: Locale };
  base: { id: string; title: string; paragraphs: EditedParagraph[] } | undefined;
  original: { id: string; locale: Locale; title: string; paragraphs: Original[] };
  stale: StaleParagraph[];
  action: FormAction<Saved>;
};

/** A translation beside the authentic text, in its shape; what changed since it was translated is said where it did. */
export function TranslationEditor({ statement, base, original, stale, action }: Props) {
  const t = useTranslations("statements.editor");
  const {
    form,
    rows,
    update,
    basedOn,
    stale: refused,
    mergedWith,
  } = useTextForm({
    defaults: { ...statement, translationOf: original.id, title: base?.title ?? "" },
    basedOn: base?.id ?? "",
    begun: inShapeOf(original.paragraphs, base?.paragraphs ?? []),
    action,
  });
  const shown = numbered(inShapeOf(original.paragraphs, rows));
  const wants = new Map(stale.map(({ id, why }) => [id, why]));
  const gone = (base?.paragraphs ?? []).filter(({ id }) => wants.get(id) === "removed");
  const waiting = stale.filter(({ why }) => why !== "removed").length;
  return (
    <Form form={form} guard className="space-y-5">
      <MergeNotice stale={refused} mergedWith={mergedWith} />
      <HiddenField name="id" />
      <HiddenField name="locale" />
      <HiddenField name="translationOf" />
      <input type="hidden" name="basedOn" value={basedOn} />
      {waiting > 0 && <Notice tone="warning">{t("untranslated", { count: waiting })}</Notice>}
      <div className="grid gap-x-6 gap-y-2 lg:grid-cols-2">
        <p lang={original.locale} className="break-words font-serif text-lg">
          {original.title}
        </p>
        <TextField name="title" label={t("title")} lang={statement.locale} />
      </div>
      <ol className="space-y-4">
        {shown.map((row, index) => (
          <li key={row.id} className="grid gap-x-6 gap-y-2 border-rule border-t pt-3 lg:grid-cols-2">
            <Beside original={original} id={row.id} number={row.number} why={wants.get(row.id)} />
            <Translated
              index={index}
              row={row}
              stale={wants.get(row.id) === "changed"}
              locale={statement.locale}
              other={refused?.latest.savedByName ?? ""}
              onChange={(part) => update(changed(inShapeOf(original.paragraphs, rows), row.key, part))}
            />
          </li>
        ))}
      </ol>
      {gone.length > 0 && (
        <Notice title={t("fallsAway", { count: gone.length })}>
          {gone.map(({ id, text }) => (
            <p key={id} lang={statement.locale} className="whitespace-pre-line break-words font-serif">
              {text}
            </p>
          ))}
        </Notice>
      )}
      <TextField name="note" label={t("note")} help={t("noteHelp")} optional />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

type TranslatedProps = {
  index: number;
  row: Row;
  stale: boolean;
  locale: Locale;
  other: string;
  onChange: (part: Partial<Row>) => void;
};

function Translated({ index, row, stale, locale, other, onChange }: TranslatedProps) {
  const t = useTranslations("statements.editor");
  const number = index + 1;
  return (
    <div className="min-w-0">
      <input type="hidden" name={`paragraphs.${index}.id`} value={row.id} />
      <input type="hidden" name={`paragraphs.${index}.kind`} value={row.kind} />
      {row.level && <input type="hidden" name={`paragraphs.${index}.level`} value={row.level} />}
      {row.conflict && (
        <ConflictChoice
          conflict={row.conflict}
          name={other}
          locale={locale}
          onTake={(taken) => onChange({ text: taken?.text ?? "", conflict: undefined })}
        />
      )}
      <ParagraphText
        index={index}
        label={t("paragraph", { number })}
        lang={locale}
        value={row.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      {stale && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside.
        <label className="mt-1 flex min-h-6 items-center gap-2 text-sm">
          <Checkbox
            name={`paragraphs.${index}.stillRight`}
            checked={row.stillRight ?? false}
            onChange={(event) => onChange({ stillRight: event.target.checked })}
          />
          {t("stillRight", { number })}
        </label>
      )}
    </div>
  );
}

type BesideProps = {
  original: Props["original"];
  id: string;
  number: string | null;
  why: StaleParagraph["why"] | undefined;
};

/** The authentic paragraph beside its translation, and what changed in it since. */
function Beside({ original, id, number, why }: BesideProps) {
  const t = useTranslations("statements.editor");
  const source = original.paragraphs.find((one) => one.id === id);
  if (!source) return null;
  return (
    <div className="min-w-0 text-sm">
      <p lang={original.locale} className="whitespace-pre-line break-words font-serif text-base">
        {number && <span className="me-2 text-muted tabular-nums">{number}</span>}
        {why === "changed" && source.was !== undefined ? (
          <WordDifference before={source.was} after={source.text} locale={original.locale} />
        ) : (
          <InlineText text={source.text} view="brackets" />
        )}
      </p>
      {why && (
        <p className="mt-1 font-medium text-warning">
          {why === "missing" ? t("notTranslated") : t("wantsTranslation")}
        </p>
      )}
    </div>
  );
}

/** The rows of a translation as the authentic text has them: one each, in its order. */
function inShapeOf(original: readonly Original[], own: readonly (EditedParagraph & Partial<Row>)[]): Row[] {
  const known = new Map(own.map((paragraph) => [paragraph.id, paragraph]));
  return original.map(({ id, kind, level }) => ({
    absorbed: [],
    text: "",
    ...known.get(id),
    id,
    key: id,
    kind,
    level,
  }));
}
