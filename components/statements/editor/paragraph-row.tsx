"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import type { Locale } from "@/db/enums";
import type { Choice } from "../../form/choice-fields";
import { Checkbox } from "../../ui/checkbox";
import { Citation, type Cited, cited } from "./citation";
import { ConflictChoice } from "./conflict-choice";
import { HoldersField } from "./holders-field";
import { ParagraphText } from "./paragraph-text";
import { type Deeds, ParagraphTools } from "./paragraph-tools";
import { RowFields } from "./row-fields";
import type { EditedParagraph, Row } from "./rows";

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
  deeds: Omit<Deeds, "split" | "bracket"> & {
    split: (at: number) => void;
    bracket: (from: number, to: number) => void;
    take: (paragraph: EditedParagraph | null) => void;
  };
};

/** One paragraph in the editor. Alt with an arrow moves it. */
export function ParagraphRow({ index, count, row, number, around, deeds }: Props) {
  const t = useTranslations("statements.editor");
  const area = useRef<HTMLTextAreaElement>(null);
  const source = cited(row.cites, around.citable);
  const was = around.before.get(row.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    deeds.move(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <>
      <RowFields index={index} row={row} />
      {row.conflict && (
        <ConflictChoice
          conflict={row.conflict}
          name={around.other}
          locale={around.locale}
          onTake={deeds.take}
        />
      )}
      <ParagraphTools
        index={index}
        count={count}
        row={row}
        number={number}
        deeds={{
          ...deeds,
          split: () => deeds.split(area.current?.selectionStart ?? 0),
          bracket: () => deeds.bracket(area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0),
        }}
      />
      <ParagraphText
        ref={area}
        index={index}
        label={t("paragraph", { number: index + 1 })}
        lang={around.locale}
        value={row.text}
        data-row={row.key}
        onKeyDown={onKeyDown}
        onChange={(event) => deeds.change({ text: event.target.value })}
      />
      <HoldersField
        index={index}
        text={row.text}
        holders={row.holders ?? []}
        organisations={around.organisations}
        onChange={(holders) => deeds.change({ holders })}
      />
      {row.cites && (
        <Citation
          source={source}
          text={row.text}
          locale={around.locale}
          number={index + 1}
          onRemove={() => deeds.change({ cites: undefined })}
        />
      )}
      {around.hasTranslations && was !== undefined && was !== row.text && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside.
        <label className="mt-1 flex min-h-6 items-center gap-2 text-sm">
          <Checkbox
            name={`paragraphs.${index}.noEffect`}
            checked={row.noEffect ?? false}
            onChange={(event) => deeds.change({ noEffect: event.target.checked })}
          />
          {t("noEffect")}
        </label>
      )}
    </>
  );
}
