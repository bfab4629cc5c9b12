import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ImportResult, Remark } from "./rules";

/** What became of a row, or is to become of it. */
export type RowResult = {
  number: number;
  result: ImportResult;
  remarks: Remark[];
  participationId: string | null;
};

/** Writes what became of many rows with one statement. */
export async function writeResults(tx: Transaction, importId: string, results: RowResult[]) {
  const rows = results.map(({ number, result, remarks, participationId }) => ({
    number,
    result,
    remarks,
    participation_id: participationId,
  }));
  await tx.execute(sql`
    update import_rows set result = r.result, remarks = r.remarks, participation_id = r.participation_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(number int, result text, remarks text[], participation_id uuid)
    where import_rows.import_id = ${importId} and import_rows.number = r.number`);
}
