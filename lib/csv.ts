import Papa from "papaparse";

/**
 * Rows as a CSV file that spreadsheets open as it is meant: UTF-8 with its mark, and nothing that a spreadsheet would
 * compute. A text that begins like a formula is led by an apostrophe (OWASP, CSV injection); `+46 …`, which is a
 * telephone number, is left alone.
 */
export function csvFile(name: string, columns: string[], rows: string[][]): Response {
  const text = Papa.unparse(
    { fields: columns.map(inert), data: rows.map((row) => row.map(inert)) },
    { newline: "\r\n" },
  );
  return new Response(`\uFEFF${text}`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, "-")}.csv"`,
      "cache-control": "no-store",
    },
  });
}

/**
 * A cell that no spreadsheet takes for a formula, also where it takes our comma for a letter: in Swedish a semicolon
 * parts the cells, and a line of ours ends with the next. What begins so disguised already gets one more, to be read back.
 */
export function inert(cell: string): string {
  if (/^\+[\d\s()-]+$/.test(cell)) return cell;
  const led = /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return led.replace(/(?<=[\n\r;])'*[=+\-@][^\n\r;]*/g, (part) => (isWords(part) ? part : `'${part}`));
}

/** A text as it was before `inert`. */
export function asItWas(cell: string): string {
  return cell
    .replace(/^'(?='*[=+\-@\t\r])/, "")
    .replace(/(?<=[\n\r;])'+[=+\-@][^\n\r;]*/g, (part) => (isWords(part) ? part : part.slice(1)));
}

/** An entry of a list, or a number: words with a sign before them compute nothing. */
const isWords = (part: string) => /^'*[+-][\p{L}\p{M}\p{N}\s,.:'’-]*$/u.test(part);
