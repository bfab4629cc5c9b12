import type { Queryable } from "@/db/client";
import { type Surroundings, standingOf } from "./known";
import { readRow, type Vocabulary } from "./reading/rules";
import type { Mapping } from "./rules";
import { type Ledger, type Weighed, weigh } from "./weighing/rules";

/** A row of a list with what is to become of it. */
export type WeighedRow = Weighed & { number: number };

/** Reads rows by the mapping and weighs them in their order. */
export async function weighRows(
  query: Queryable,
  { eventId, mapping }: { eventId: string; mapping: string[] },
  rows: { number: number; cells: string[] }[],
  around: Surroundings & { vocabulary: Vocabulary },
  ledger: Ledger,
): Promise<WeighedRow[]> {
  const read = rows.map(({ number, cells }) => ({
    number,
    ...readRow(cells, mapping as Mapping, around.vocabulary),
  }));
  const standing = await standingOf(
    query,
    eventId,
    read.map(({ said }) => said),
  );
  return read.map(({ number, ...row }) => ({ number, ...weigh(row, { ...around, ...standing }, ledger) }));
}
