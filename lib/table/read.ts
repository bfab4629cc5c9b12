import { Refusal } from "@/lib/refusal";
import { readCsv } from "./csv";
import { limits } from "./limits";
import { readXlsx } from "./xlsx";

/**
 * A table as it was read: its headers, and its rows that hold something, each with its number as the spreadsheet counts
 * and exactly as many cells as there are headers. Every cell is text.
 */
export type Table = { headers: string[]; rows: { number: number; cells: string[] }[] };

/**
 * Reads a CSV or XLSX file: what it is, its encoding and its separator are found out from its content. The first row
 * that holds anything is that of the headers. Refuses `file_missing`, `file_too_large`, `table_unreadable`,
 * `table_quotes`, `table_empty`, `table_too_many_rows`, `table_too_many_columns`.
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.length === 0) throw new Refusal("file_missing");
  if (bytes.length > limits.bytes)
    throw new Refusal("file_too_large", { megabytes: limits.bytes / 1_000_000 });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return tableOf(isZip ? await readXlsx(bytes) : readCsv(bytes));
}

function tableOf(grid: string[][]): Table {
  const filled = (cells: string[]) => cells.some((cell) => cell.trim() !== "");
  const first = grid.findIndex(filled);
  if (first === -1) throw new Refusal("table_empty");
  const rows = grid
    .map((cells, index) => ({ number: index + 1, cells }))
    .slice(first + 1)
    .filter(({ cells }) => filled(cells));
  if (rows.length === 0) throw new Refusal("table_empty");
  if (rows.length > limits.rows) throw new Refusal("table_too_many_rows", { most: limits.rows });
  const named = (grid[first] ?? []).map((header) => header.replace(/\s+/g, " ").trim());
  const width = rows.reduce((most, { cells }) => Math.max(most, lastFilled(cells)), lastFilled(named));
  if (width > limits.columns) throw new Refusal("table_too_many_columns", { most: limits.columns });
  const fitted = (cells: string[]) => Array.from({ length: width }, (_, column) => cells[column] ?? "");
  return {
    headers: fitted(named),
    rows: rows.map(({ number, cells }) => ({ number, cells: fitted(cells) })),
  };
}

/** How many cells there are up to the last that holds something. */
function lastFilled(cells: string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}
