"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isSaid, type Pair, placed } from "@/domain/announcements/blocks/rules";
import type { Block } from "@/domain/announcements/text/rules";
import { Button } from "../ui/button";
import type { EditorChoices } from "./editor-choices";
import { RichTextEditor } from "./rich-text-editor";

type Props = {
  id: string;
  label: string;
  row: Pair;
  choices: EditorChoices;
  onChange: (content: Block[]) => void;
};

/** The words of a translation for one block of the original; they may begin as a copy of it. */
export function TranslatedBlock({ id, label, row, choices, onChange }: Props) {
  const t = useTranslations("announcements.editor");
  const [begun, setBegun] = useState({ copy: 0, content: beginning(row) });
  const [empty, setEmpty] = useState(row.translation.length === 0);
  const take = () => {
    const content = row.original ? [row.original] : [];
    setBegun({ copy: begun.copy + 1, content });
    setEmpty(false);
    onChange(content);
  };
  return (
    <div className="min-w-0 space-y-1">
      <p id={`${id}-label`} className="font-medium text-sm">
        {label}
      </p>
      <RichTextEditor
        key={begun.copy}
        id={id}
        labelledBy={`${id}-label`}
        begun={placed({ type: "doc", content: begun.content })}
        choices={choices}
        part
        onChange={({ content }) => {
          setEmpty(!content.some(isSaid));
          onChange(content);
        }}
      />
      {empty && row.original && (
        <Button size="small" look="quiet" onClick={take}>
          {t("copyOriginal")}
        </Button>
      )}
    </div>
  );
}

/** What a part begins with: its words, or a line in the form of the original where that is a heading. */
function beginning({ original, translation }: Pair): Block[] {
  if (translation.length > 0 || original?.type !== "heading") return translation;
  return [{ type: "heading", attrs: { level: original.attrs.level } }];
}
