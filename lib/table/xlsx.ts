import { readSheet } from "read-excel-file/universal";
import { Refusal } from "@/lib/refusal";
import { limits } from "./limits";
import { unpackedParts } from "./unpacked";

/**
 * The cells of the first sheet of a spreadsheet as texts: what was written as text is exact, a number has no more digits
 * than it needs, a day is an ISO day, a formula stands as what it last came to. Refuses `table_unreadable`,
 * `table_too_many_rows`, `table_too_many_columns`.
 */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  for (const part of unpackedParts(bytes)) ensureWithin(part.toString("utf8"));
  const copy = new Uint8Array(bytes).buffer;
  const options = { trim: false, parseNumber: numeral };
  const cells = await readSheet<Numeral>(copy, 1, options).catch(() => {
    throw new Refusal("table_unreadable");
  });
  // The package's types say `typeof Date` where it gives dates.
  return cells.map((row) => row.map((cell) => textOf(cell as Cell)));
}

type Cell = string | boolean | Date | Numeral | null;

/** A number as the file has it, so that it is not taken for a text. */
type Numeral = { numeral: string };
const numeral = (text: string): Numeral => ({ numeral: text });

/**
 * One cell in a far corner would be a table of a million rows, and a small file can hold millions of empty cells: what
 * a sheet says of its size is looked at before anything is made of it.
 */
function ensureWithin(xml: string) {
  if (!/[<:]sheetData/.test(xml)) return;
  const tooMany = () => new Refusal("table_too_many_rows", { most: limits.rows });
  if (countOf(xml, /[<:]row[\s/>]/g) > limits.rows * 2) throw tooMany();
  if (countOf(xml, /[<:]c[\s/>]/g) > limits.rows * limits.columns) throw tooMany();
  for (const [, address = ""] of xml.matchAll(/[\s"']r\s*=\s*["']([^"']*)["']/g)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? [];
    if (letters === undefined || digits === undefined) throw new Refusal("table_unreadable");
    if (Number(digits) > limits.rows * 2) throw tooMany();
    if (columnOf(letters) > limits.columns * 10)
      throw new Refusal("table_too_many_columns", { most: limits.columns });
  }
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}

function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "string") return cell.toWellFormed().replaceAll("\u0000", "");
  // Whole numbers keep every digit, also those a number in JavaScript could not hold.
  return /^-?\d+$/.test(cell.numeral) ? cell.numeral : String(Number(cell.numeral));
}

/** A day, with the time where there is one: spreadsheets know no zone, so neither is in one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day, time = ""] = date.toISOString().split("T");
  return time.startsWith("00:00:00") ? `${day}` : `${day} ${time.slice(0, 5)}`;
}
