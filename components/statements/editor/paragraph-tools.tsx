"use client";

import { ArrowDown, ArrowUp, Brackets, Merge, Plus, SplitSquareVertical, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ParagraphKind, paragraphKinds } from "@/db/enums";
import { Button } from "../../ui/button";
import { Select } from "../../ui/select";
import type { Deed, Row } from "./rows";

type Props = {
  index: number;
  count: number;
  row: Row;
  number: string | null;
  /** Where the cursor is, and what is selected. */
  selection: () => { from: number; to: number };
  onDeed: (deed: Deed) => void;
};

const levels = [
  { value: "", label: "1." },
  { value: "1", label: "(a)" },
  { value: "2", label: "(i)" },
];

/** The number, kind and level of a paragraph, and what can be done to it. */
export function ParagraphTools({ index, count, row, number, selection, onDeed }: Props) {
  const t = useTranslations("statements.editor");
  const kinds = useTranslations("enums.paragraphKind");
  const of = { number: index + 1 };
  const change = (part: Partial<Row>) => onDeed({ kind: "change", part });
  const tools = [
    { icon: ArrowUp, name: t("up", of), off: index === 0, onClick: () => onDeed({ kind: "move", by: -1 }) },
    {
      icon: ArrowDown,
      name: t("down", of),
      off: index === count - 1,
      onClick: () => onDeed({ kind: "move", by: 1 }),
    },
    {
      icon: Brackets,
      name: t("bracket", of),
      off: row.text === "",
      onClick: () => onDeed({ kind: "bracket", ...selection() }),
    },
    {
      icon: SplitSquareVertical,
      name: t("split", of),
      off: row.text === "",
      onClick: () => onDeed({ kind: "split", at: selection().from }),
    },
    { icon: Merge, name: t("merge", of), off: index === count - 1, onClick: () => onDeed({ kind: "merge" }) },
    { icon: Plus, name: t("insert", of), off: false, onClick: () => onDeed({ kind: "insert" }) },
    { icon: Trash2, name: t("remove", of), off: count === 1, onClick: () => onDeed({ kind: "remove" }) },
  ];
  return (
    <div className="mb-1 flex flex-wrap items-center gap-2">
      <span className="min-w-8 text-muted text-sm tabular-nums">{number}</span>
      <Select
        name={`paragraphs.${index}.kind`}
        aria-label={t("kind", of)}
        className="w-auto"
        value={row.kind}
        onChange={(event) => change({ kind: event.target.value as ParagraphKind })}
      >
        {paragraphKinds.map((value) => (
          <option key={value} value={value}>
            {kinds(value)}
          </option>
        ))}
      </Select>
      {row.kind === "operative" && (
        <Select
          name={`paragraphs.${index}.level`}
          aria-label={t("level", of)}
          className="w-auto"
          value={row.level ?? ""}
          onChange={(event) => change({ level: levelOf(event.target.value) })}
        >
          {levels.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <span className="ms-auto flex flex-wrap gap-1">
        {tools.map(({ icon: Icon, name, off, onClick }) => (
          <Button
            key={name}
            size="icon"
            look="quiet"
            aria-label={name}
            title={name}
            disabled={off}
            onClick={onClick}
          >
            <Icon aria-hidden />
          </Button>
        ))}
      </span>
    </div>
  );
}

const levelOf = (value: string) => (value === "1" ? 1 : value === "2" ? 2 : undefined);
