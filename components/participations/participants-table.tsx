"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ParticipationClass, ParticipationState } from "@/db/enums";
import type { FormAction } from "@/lib/form";
import { StatusBadge } from "../status-badge";
import { Checkbox } from "../ui/checkbox";
import { Table, Td, Th, Tr } from "../ui/table";
import { SeatMarks } from "./seat-marks";
import { type Foreseen, SeveralDecision } from "./several/several-decision";
import type { RowReport } from "./several/several-report";

type Row = {
  id: string;
  revision: number;
  name: string;
  email: string | null;
  functionalTitle: string;
  organisation: string;
  class: ParticipationClass;
  state: ParticipationState;
  offerExpiresAt: Date | null;
  overrideReason: string;
};

type Props = {
  eventId: string;
  rows: Row[];
  base: string;
  mayDecide: boolean;
  /** What stands where there are no rows; what became of a decision stays beside it. */
  empty: ReactNode;
  /** How many the filter names, over all pages, and the query that names them. */
  total: number;
  query: string;
  foresee: FormAction<Foreseen>;
  decide: FormAction<RowReport[]>;
};

/** The participants, with boxes to tick and one decision for those ticked: it says what it will do before it does. */
export function ParticipantsTable({ rows, base, mayDecide, empty, ...several }: Props) {
  const t = useTranslations("participations");
  const classes = useTranslations("enums.participationClass");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ticked = rows.filter((row) => chosen.has(row.id));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      {rows.length === 0 ? (
        empty
      ) : (
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
              <Th>{t("name")}</Th>
              <Th>{t("organisation")}</Th>
              <Th>{t("class")}</Th>
              <Th>{t("state")}</Th>
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
                    {row.name}
                  </Link>
                  <span className="block text-muted text-xs">{row.email}</span>
                </Td>
                <Td>
                  {row.organisation}
                  <span className="block text-muted text-xs">{row.functionalTitle}</span>
                </Td>
                <Td>{classes(row.class)}</Td>
                <Td>
                  <StatusBadge of="participationState" state={row.state} />
                  <SeatMarks row={row} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayDecide && (
        <SeveralDecision
          key={several.query}
          {...several}
          ticked={ticked}
          onDone={() => setChosen(new Set())}
        />
      )}
    </>
  );
}
