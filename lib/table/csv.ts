import Papa from "papaparse";
import { asItWas } from "@/lib/csv";
import { Refusal } from "@/lib/refusal";
import { decode } from "./encoding";
import { limits } from "./limits";

const separators = [",", ";", "\t", "|"];

/**
 * The cells of a CSV file, row by row as the file has them. An apostrophe that keeps a cell from being taken for a
 * formula (`lib/csv` writes it) is taken away again. Refuses `table_unreadable` for what is not text, `table_quotes`
 * where a quotation mark is never closed, `table_too_many_rows`.
 */
export function readCsv(bytes: Uint8Array): string[][] {
  const decoded = decode(bytes);
  if (decoded.includes("\u0000")) throw new Refusal("table_unreadable");
  // Excel's own first line, where a file names its separator.
  const [, named, text] = /^(?:sep=(.)\r?\n)?([\s\S]*)$/.exec(decoded) ?? [];
  const newline = lineEnd(text ?? "");
  const delimiter = named ?? separatorOf(text ?? "", newline);
  const { data, errors } = Papa.parse<string[]>(text ?? "", {
    delimiter,
    newline,
    // Enough to see that it is too many, with a margin for empty rows.
    preview: limits.rows * 2 + 1,
  });
  if (data.length > limits.rows * 2) throw new Refusal("table_too_many_rows", { most: limits.rows });
  const open = errors.find((error) => error.code === "MissingQuotes");
  if (open) throw new Refusal("table_quotes", { row: (open.row ?? 0) + 1 });
  return data.map((cells) => cells.map((cell, column) => plain(cell, newline, column === cells.length - 1)));
}

function plain(cell: string, newline: string, last: boolean): string {
  const whole = newline === "\n" && last ? cell.replace(/\r$/, "") : cell;
  return asItWas(whole);
}

/** How the first line ends, outside of quotation marks. */
function lineEnd(text: string): "\r\n" | "\n" | "\r" {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === "\n") return "\n";
    if (sign === "\r") return text[at + 1] === "\n" ? "\r\n" : "\r";
  }
  return "\n";
}

/** The separator by which most of the first rows have as many cells as the first, and more than one; then the most cells. */
function separatorOf(text: string, newline: "\r\n" | "\n" | "\r"): string {
  const scored = separators.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline, preview: 20, skipEmptyLines: true });
    const columns = data[0]?.length ?? 0;
    const even = data.filter((cells) => cells.length === columns).length;
    return { delimiter, columns, score: columns > 1 ? even / data.length : 0 };
  });
  const best = scored.toSorted((a, b) => b.score - a.score || b.columns - a.columns)[0];
  return best && best.score > 0 ? best.delimiter : ",";
}
