"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Locale } from "@/db/enums";
import { isSaid, known, type Pair, pairs, placed } from "@/domain/announcements/blocks/rules";
import { type Block, type EditionText, linesOf, type RichBody } from "@/domain/announcements/text/rules";
import type { PartState } from "@/domain/announcements/translation/rules";
import { useField } from "../form/context";
import { FieldError } from "../form/field";
import { TextArea, TextField } from "../form/text-field";
import { type EditorChoices, shownWith } from "./editor-choices";
import { PartSource } from "./part-source";
import { RichText } from "./rich-text";
import { TranslatedBlock } from "./translated-block";

export type OriginalText = EditionText & { id: string; locale: Locale };

/** What a part of the original is in the translation; of a stale one the words it was made of, where they are known. */
export type TranslatedPart = { key: string; state: PartState; was?: string };

type Props = {
  original: OriginalText;
  translation: RichBody;
  parts: readonly TranslatedPart[];
  choices: EditorChoices;
};

/** A translation beside its original, part by part; what changed in the original since is said where it did. */
export function TranslationFields({ original, translation, parts, choices }: Props) {
  const t = useTranslations("announcements.editor");
  const { form, id, error, errorId } = useField("body");
  const { lang } = choices;
  const [json, setJson] = useState(() => JSON.stringify(translation));
  // Without its element: what is sent is what is held here, which nothing but writing changes.
  form.fields.register("body");
  const [rows] = useState(() => pairs(original.body, translation));
  const written = useRef(new Map(rows.map((row) => [row.key, row.translation])));
  const part = (key: string) => parts.find((one) => one.key === key);
  const change = ({ key }: Pair, content: Block[]) => {
    written.current.set(key, content);
    const all = rows.flatMap((row) => {
      const says = row.original ? row.key : undefined;
      const content = (written.current.get(row.key) ?? []).filter(isSaid);
      return content.map((one) => known(one, { id: one.attrs?.id, of: says }));
    });
    const body = JSON.stringify(placed({ type: "doc", content: all }));
    setJson(body);
    form.fields.setValue("body", body, { shouldDirty: true });
  };
  const stale = parts.filter(({ state }) => state === "stale" || state === "missing").length;
  const beside = { lang: original.locale, shown: shownWith(choices), ...choices.speakers };
  return (
    <div className="space-y-4">
      <p className="text-sm">{stale > 0 ? t("toDo", { count: stale }) : t("nothingToDo")}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 border-rule border-t pt-3 lg:grid-cols-2">
        <PartSource words={original.title} lang={original.locale} part={part("title")} name={t("title")}>
          <p className="break-words font-semibold font-serif text-2xl">{original.title}</p>
        </PartSource>
        <TextField name="title" label={t("title")} lang={lang} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 border-rule border-t pt-3 lg:grid-cols-2">
        <PartSource words={original.lead} lang={original.locale} part={part("lead")} name={t("lead")}>
          <p className="whitespace-pre-line break-words font-serif text-lg">{original.lead}</p>
        </PartSource>
        <TextArea name="lead" label={t("lead")} lang={lang} rows={3} optional />
      </div>
      <ol className="space-y-4">
        {rows.map((row, index) => {
          const number = index + 1;
          const words = row.original ? linesOf(row.original).join("\n") : "";
          return (
            <li
              key={row.key}
              className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 border-rule border-t pt-3 lg:grid-cols-2"
            >
              <PartSource
                words={words}
                lang={original.locale}
                part={part(row.key)}
                name={t("part", { number })}
              >
                {row.original && (
                  <RichText
                    body={{ type: "doc", content: [row.original] }}
                    speakers={beside.people}
                    day={beside.day}
                    lang={beside.lang}
                    shown={beside.shown}
                  />
                )}
              </PartSource>
              <TranslatedBlock
                id={`${id}-${row.key}`}
                label={t("partIn", { number })}
                row={row}
                choices={choices}
                onChange={(content) => change(row, content)}
              />
            </li>
          );
        })}
      </ol>
      <input type="hidden" name="body" value={json} />
      <noscript>
        <p className="text-sm">{t("needsScript")}</p>
      </noscript>
      <FieldError id={errorId} error={error} />
    </div>
  );
}
