"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, memo, useRef } from "react";
import type { Locale } from "@/db/enums";
import type { Choice } from "../../form/choice-fields";
import { Checkbox } from "../../ui/checkbox";
import { Citation, type Cited, cited } from "./citation";
import { ConflictChoice } from "./conflict-choice";
import { HoldersField } from "./holders-field";
import { ParagraphText } from "./paragraph-text";
import { ParagraphTools } from "./paragraph-tools";
import { RowFields } from "./row-fields";
import type { Deed, Row } from "./rows";

/** What the rows of an editor have in common. */
export type Around = {
  locale: Locale;
  organisations: readonly Choice[];
  citable: readonly Cited[];
  /** The words of each paragraph as they were saved; where there are translations, a change may have no effect on them. */
  before: ReadonlyMap<string, string>;
  hasTranslations: boolean;
  /** Who saved meanwhile, where there are conflicts. */
  other: string;
};

type Props = {
  index: number;
  count: number;
  row: Row;
  number: string | null;
  around: Around;
  onDeed: (key: string, deed: Deed) => void;
};

/**
 * One paragraph in the editor. Alt with an arrow moves it. A text has hundreds of them, and only the one that is typed in
 * is drawn anew.
 */
export const ParagraphRow = memo(function ParagraphRow({ index, count, row, number, around, onDeed }: Props) {
  const t = useTranslations("statements.editor");
  const area = useRef<HTMLTextAreaElement>(null);
  const source = cited(row.cites, around.citable);
  const was = around.before.get(row.id);
  const perform = (deed: Deed) => onDeed(row.key, deed);
  const change = (part: Partial<Row>) => perform({ kind: "change", part });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    perform({ kind: "move", by: event.key === "ArrowUp" ? -1 : 1 });
  };
  return (
    <>
      <RowFields index={index} row={row} />
      {row.conflict && (
        <ConflictChoice
          conflict={row.conflict}
          name={around.other}
          locale={around.locale}
          onTake={(paragraph) => perform({ kind: "take", paragraph })}
        />
      )}
      <ParagraphTools
        index={index}
        count={count}
        row={row}
        number={number}
        selection={() => ({
          from: area.current?.selectionStart ?? 0,
          to: area.current?.selectionEnd ?? 0,
        })}
        onDeed={perform}
      />
      <ParagraphText
        ref={area}
        index={index}
        label={t("paragraph", { number: index + 1 })}
        lang={around.locale}
        value={row.text}
        data-row={row.key}
        onKeyDown={onKeyDown}
        onChange={(event) => change({ text: event.target.value })}
      />
      <HoldersField
        index={index}
        text={row.text}
        holders={row.holders ?? []}
        organisations={around.organisations}
        onChange={(holders) => change({ holders })}
      />
      {row.cites && (
        <Citation
          source={source}
          text={row.text}
          locale={around.locale}
          number={index + 1}
          onRemove={() => change({ cites: undefined })}
        />
      )}
      {around.hasTranslations && was !== undefined && was !== row.text && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside.
        <label className="mt-1 flex min-h-6 items-center gap-2 text-sm">
          <Checkbox
            name={`paragraphs.${index}.noEffect`}
            checked={row.noEffect ?? false}
            onChange={(event) => change({ noEffect: event.target.checked })}
          />
          {t("noEffect")}
        </label>
      )}
    </>
  );
});
