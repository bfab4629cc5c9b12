"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ListColumn } from "@/domain/participations/list/rules";
import type { FormAction } from "@/lib/form";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Table, Td, Th, Tr } from "../ui/table";
import { ParticipantCells, ParticipantHeads, type ParticipantRow } from "./participants-columns";
import { type Foreseen, SeveralDecision } from "./several/several-decision";
import type { RowReport } from "./several/several-report";
import { TagDialog, type Tagged } from "./tag-dialog";

type Props = {
  eventId: string;
  rows: ParticipantRow[];
  columns: readonly ListColumn[];
  sort: string;
  /** The parts of the list's address. */
  current: Record<string, string | undefined>;
  base: string;
  mayDecide: boolean;
  /** How many the filter names, over all pages, and the query that names them. */
  total: number;
  query: string;
  foresee: FormAction<Foreseen>;
  decide: FormAction<RowReport[]>;
  /** The tags in use, and what tags; absent for whoever may not. */
  tagging?: { known: readonly string[]; action: FormAction<Tagged> };
};

/** The participants, with boxes to tick and one decision for those ticked: it says what it will do before it does. */
export function ParticipantsTable({
  rows,
  columns,
  sort,
  current,
  base,
  mayDecide,
  tagging,
  ...several
}: Props) {
  const t = useTranslations("participations");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tags, setTags] = useState(false);
  const ticked = rows.filter((row) => chosen.has(row.id));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <Table label={t("title")}>
        <thead>
          <tr>
            {mayDecide && (
              <Th>
                <Checkbox
                  aria-label={t("several.all")}
                  checked={ticked.length > 0 && ticked.length === rows.length}
                  onChange={(event) =>
                    setChosen(new Set(event.target.checked ? rows.map((row) => row.id) : []))
                  }
                />
              </Th>
            )}
            <ParticipantHeads columns={columns} sort={sort} current={current} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id}>
              {mayDecide && (
                <Td>
                  <Checkbox
                    aria-label={row.name}
                    checked={chosen.has(row.id)}
                    onChange={(event) => toggle(row.id, event.target.checked)}
                  />
                </Td>
              )}
              <Td>
                <Link className="link-quiet font-medium" href={`${base}/${row.id}` as never}>
                  {[row.courtesyTitle, row.name].filter(Boolean).join(" ") || t("erased")}
                </Link>
                <span className="block whitespace-nowrap text-muted text-xs">{row.email}</span>
              </Td>
              <ParticipantCells row={row} columns={columns} />
            </Tr>
          ))}
        </tbody>
      </Table>
      {mayDecide && (
        <SeveralDecision
          key={several.query}
          {...several}
          ticked={ticked}
          onDone={() => setChosen(new Set())}
          aside={
            tagging && (
              <Button size="small" onClick={() => setTags(true)}>
                {t("tags.open")}
              </Button>
            )
          }
        />
      )}
      {tagging && (
        <TagDialog
          {...tagging}
          eventId={several.eventId}
          chosen={ticked.map((row) => row.id)}
          open={tags}
          onOpenChange={setTags}
        />
      )}
    </>
  );
}
