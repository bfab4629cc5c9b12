import writeXlsx from "write-excel-file/universal";

/** What a cell of a spreadsheet can hold at most, by its format. */
const mostInCell = 32_767;

/**
 * Rows as a spreadsheet file whose every cell is text: a spreadsheet computes nothing of it, keeps leading noughts and
 * `+46 …`, and leaves names as they are.
 */
export async function xlsxFile(name: string, columns: string[], rows: string[][]): Promise<Response> {
  return new Response(await xlsxOf(columns, rows), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, "-")}.xlsx"`,
      "cache-control": "no-store",
    },
  });
}

/** The file itself. */
export async function xlsxOf(columns: string[], rows: string[][]): Promise<Blob> {
  const cell = (value: string) => (value === "" ? null : { value: escaped(value), type: String });
  const heading = columns.map((value) => ({ ...cell(value), fontWeight: "bold" as const }));
  const sheet = writeXlsx([heading, ...rows.map((row) => row.map(cell))], {
    columns: columns.map(() => ({ width: 24 })),
    stickyRowsCount: 1,
  });
  return sheet.toBlob();
}

/**
 * A text as the format wants it (ECMA-376, 22.9.2.19): signs that XML cannot hold stand as `_xHHHH_`, and what looks
 * like that already has its first sign so written. The writer looks texts up in a plain object, so names of what every
 * object has are disguised too.
 */
function escaped(text: string): string {
  const written = text
    .slice(0, mostInCell)
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/(?![\n\t])[\p{Cc}\p{Noncharacter_Code_Point}\ufffd]/gu, (sign) =>
      Array.from({ length: sign.length }, (_, at) => code(sign.charCodeAt(at))).join(""),
    );
  return written in {} ? code(written.charCodeAt(0)) + written.slice(1) : written;
}

function code(unit: number): string {
  return `_x${unit.toString(16).toUpperCase().padStart(4, "0")}_`;
}
