"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ParticipationClass, ParticipationLevel, ParticipationState, PoolKind } from "@/db/enums";
import { type ListColumn, type SortKey, sortKeys } from "@/domain/participations/list/rules";
import { SortableTh } from "../list/sort-link";
import { StatusBadge } from "../status-badge";
import { Badge } from "../ui/badge";
import { Td, Th } from "../ui/table";
import { SeatMarks } from "./seat-marks";

/** A participant as the list shows them: texts are in the reader's language, times are printed. */
export type ParticipantRow = {
  id: string;
  revision: number;
  name: string;
  courtesyTitle: string;
  email: string | null;
  functionalTitle: string;
  organisation: { text: string; lang?: string };
  class: ParticipationClass;
  level: ParticipationLevel;
  state: ParticipationState;
  pool: PoolKind;
  seatPool: PoolKind | null;
  offerExpiresAt: Date | null;
  overrideReason: string;
  tags: string[];
  listed: boolean;
  needs: boolean;
  /** When they came in last; null for whoever never came. */
  checkedIn: string | null;
  arrival: string;
  changed: string;
};

type HeadsProps = {
  columns: readonly ListColumn[];
  sort: string;
  current: Record<string, string | undefined>;
};

/** The headings of the columns that were chosen; those one can order by are links. */
export function ParticipantHeads({ columns, sort, current }: HeadsProps) {
  const t = useTranslations("participations.list");
  return (
    <>
      <SortableTh name="name" sort={sort} current={current}>
        {t("name")}
      </SortableTh>
      {columns.map((column) =>
        sortKeys.includes(column as SortKey) ? (
          <SortableTh key={column} name={column} sort={sort} current={current}>
            {t(column)}
          </SortableTh>
        ) : (
          <Th key={column}>
            <span className="inline-flex min-h-6 items-center">{t(column)}</span>
          </Th>
        ),
      )}
    </>
  );
}

/** The cells of a participant, in the order of the columns that were chosen. */
export function ParticipantCells({ row, columns }: { row: ParticipantRow; columns: readonly ListColumn[] }) {
  return columns.map((column) => (
    <Td key={column} lang={column === "organisation" ? row.organisation.lang : undefined}>
      <Cell row={row} column={column} />
    </Td>
  ));
}

function Cell({ row, column }: { row: ParticipantRow; column: ListColumn }) {
  const enums = useTranslations("enums");
  switch (column) {
    case "title":
      return row.functionalTitle;
    case "organisation":
      return row.organisation.text;
    case "class":
      return enums(`participationClass.${row.class}`);
    case "level":
      return enums(`participationLevel.${row.level}`);
    case "state":
      return (
        <span className="flex flex-wrap gap-1">
          <StatusBadge of="participationState" state={row.state} />
          <SeatMarks row={row} />
        </span>
      );
    case "pool":
      return enums(`poolKind.${row.pool}`);
    case "seat":
      return row.seatPool ? enums(`poolKind.${row.seatPool}`) : "–";
    case "tags":
      return <Tags tags={row.tags} />;
    case "listed":
      return <Yes when={row.listed} />;
    case "needs":
      return <Yes when={row.needs} />;
    case "checkedIn":
      return <span className="whitespace-nowrap">{row.checkedIn ?? "–"}</span>;
    case "arrival":
      return <span className="whitespace-nowrap">{row.arrival}</span>;
    case "changed":
      return <span className="whitespace-nowrap">{row.changed}</span>;
  }
}

/** The tags of somebody, one beside the other. */
export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <Badge key={tag} className="whitespace-normal">
          {tag}
        </Badge>
      ))}
    </span>
  );
}

function Yes({ when }: { when: boolean }) {
  const t = useTranslations("participations.filter");
  if (!when) return <span className="text-muted">{t("no")}</span>;
  return (
    <span className="inline-flex items-center gap-1">
      <Check aria-hidden className="size-4" />
      {t("yes")}
    </span>
  );
}
