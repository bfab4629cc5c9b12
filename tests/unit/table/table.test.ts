import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { csvFile } from "@/lib/csv";
import { Refusal } from "@/lib/refusal";
import { limits } from "@/lib/table/limits";
import { readTable } from "@/lib/table/read";
import { xlsxFile, xlsxOf } from "@/lib/table/write-xlsx";
import { zipOf } from "../../support/zip";

const bytes = async (blob: Blob | Response) => new Uint8Array(await blob.arrayBuffer());
const text = (content: string, encoding = "utf-8") => new Uint8Array(iconv.encode(content, encoding));
const cellsOf = async (file: Uint8Array) => (await readTable(file)).rows.map((row) => row.cells);

const hard = [
  "McDonald",
  "van der Berg",
  "bin Salman",
  "Sukarno",
  "محمد بن سلمان",
  'Anna "Ann" Öst',
  "two\nlines",
  "=1+1",
  '=HYPERLINK("http://x";"y")',
  "+46 70 123 45 67",
  "-1",
  "@SUM(A1)",
  "'=quoted",
  "''",
  "007",
  "1e5",
  "2026-03-02",
  "a;b,c\td|e",
  "x;=HYPERLINK(A1)",
  "x;'=quoted;-b;--(c)",
  "Allergic to\n- nuts\n=1+1\n+1!A1",
  "_x0041_",
  "constructor",
  "__proto__",
  " spaced ",
  "𠮷野",
  "TRUE",
  "",
];

async function refusal(file: Uint8Array): Promise<string> {
  const error = await readTable(file).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  return error.code;
}

it("computes nothing of a text that a spreadsheet takes for several cells, and leaves lists and numbers alone", async () => {
  const hostile = ["x;=1+1", "x\n=cmd|'/C calc'!A0\ny", "x\r@SUM(A1)", "x;-2+3+cmd|' /C calc'!D2;'=1"];
  const plain = ["Allergic to\n- nuts\n- milk", "10;-5;+46 70", "Anna;Bo"];
  const text = await csvFile(
    "x",
    ["h"],
    [...hostile, ...plain].map((cell) => [cell]),
  ).text();
  for (const cell of text.split(/[\n\r;]+/)) expect(cell).not.toMatch(/^[=@]|^[-+].*[|!(]/);
  for (const cell of plain) expect(text).toContain(cell);
});

describe("a table of texts comes back as it was", () => {
  it("from CSV, whatever the names look like", async () => {
    const file = await bytes(
      csvFile(
        "x",
        ["value", "key"],
        hard.map((value) => [value, "k"]),
      ),
    );
    expect(await cellsOf(file)).toEqual(hard.map((value) => [value, "k"]));
  });

  it("from XLSX, whatever the names look like", async () => {
    const file = await bytes(
      await xlsxFile(
        "x",
        ["value", "key"],
        hard.map((value) => [value, "k"]),
      ),
    );
    expect(await cellsOf(file)).toEqual(hard.map((value) => [value, "k"]));
  });

  // What is stored has passed `writable`; of the rest the formats promise nothing.
  const cell = fc
    .oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.constantFrom(...hard))
    .map((value) => value.toWellFormed().replaceAll("\u0000", ""));
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  const headers = ["Namn", "E-post", "Nyckel", "end"];

  it("from CSV, for any texts", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const written = rows.map((row) => [...row, "end"]);
        expect(await cellsOf(await bytes(csvFile("x", headers, written)))).toEqual(written);
      }),
      { numRuns: 150 },
    );
  });

  it("from XLSX, for any texts", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const written = rows.map((row) => [...row, "end"]);
        expect(await cellsOf(await bytes(await xlsxOf(headers, written)))).toEqual(written);
      }),
      { numRuns: 60 },
    );
  });
});

describe("reading CSV", () => {
  const said = "Namn;E-post\r\nÅsa Öberg, fil. dr;asa@example.org\r\nRenée;r@example.org\r\n";
  const read = { headers: ["Namn", "E-post"], first: ["Åsa Öberg, fil. dr", "asa@example.org"] };

  it.each(["utf-8", "windows-1252", "iso-8859-1", "utf-16le", "utf-16be"])(
    "finds out %s",
    async (encoding) => {
      const table = await readTable(text(said, encoding));
      expect(table.headers).toEqual(read.headers);
      expect(table.rows[0]?.cells).toEqual(read.first);
    },
  );

  it.each(["utf-8", "utf-16le", "utf-16be"])("takes the mark of %s away", async (encoding) => {
    const marked = new Uint8Array(iconv.encode(said, encoding, { addBOM: true }));
    expect((await readTable(marked)).headers).toEqual(read.headers);
  });

  it("knows another alphabet when it is clear enough", async () => {
    const names = "Имя;Организация\nИван Петров;Министерство\nМария Иванова;Университет\n".repeat(4);
    expect((await readTable(text(names, "windows-1251"))).headers).toEqual(["Имя", "Организация"]);
  });

  it.each([
    [",", 'name,title\n"Doe, Jane",CEO\n'],
    [";", "name;title\nDoe, Jane;CEO\n"],
    ["\t", "name\ttitle\nDoe, Jane\tCEO\n"],
    ["|", "sep=|\nname|title\nDoe, Jane|CEO\n"],
  ])("finds out the separator %j", async (_, content) => {
    const table = await readTable(text(content));
    expect(table.headers).toEqual(["name", "title"]);
    expect(table.rows[0]?.cells).toEqual(["Doe, Jane", "CEO"]);
  });

  it("numbers rows as the spreadsheet does, leaves out empty ones and what is empty at the end", async () => {
    const table = await readTable(text("\n name , title,,\n\nJane,CEO,,\n,,,\nJoe\n"));
    expect(table).toEqual({
      headers: ["name", "title"],
      rows: [
        { number: 4, cells: ["Jane", "CEO"] },
        { number: 6, cells: ["Joe", ""] },
      ],
    });
  });

  it("reads lines of every make, and one column", async () => {
    for (const end of ["\n", "\r\n", "\r"])
      expect(await cellsOf(text(["name", "Jane", "Joe"].join(end)))).toEqual([["Jane"], ["Joe"]]);
    expect(await cellsOf(text('name,title\n"a\r\nb",x\r\n'))).toEqual([["a\r\nb", "x"]]);
  });

  it("refuses what is not a table, and says what is wrong with one that is broken", async () => {
    expect(await refusal(new Uint8Array())).toBe("file_missing");
    expect(await refusal(text("\n \n"))).toBe("table_empty");
    expect(await refusal(text("only,headers\n"))).toBe("table_empty");
    expect(await refusal(text("a,b\n\u0000\u0001,x\n"))).toBe("table_unreadable");
    expect(await refusal(text('a,b\n"never closed,x\ny,z\n'))).toBe("table_quotes");
    expect(await refusal(new Uint8Array(limits.bytes + 1))).toBe("file_too_large");
    expect(await refusal(text(`a\n${"x\n".repeat(limits.rows + 1)}`))).toBe("table_too_many_rows");
    expect(await refusal(text(`${"a,".repeat(limits.columns)}z\n1\n`))).toBe("table_too_many_columns");
  });
});

describe("reading XLSX", () => {
  const sheet = (cells: string, styles = "") =>
    zipOf({
      "xl/workbook.xml":
        '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>',
      "xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs>${styles}</styleSheet>`,
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
    });
  const inline = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const head = `<row r="1">${["A", "B", "C", "D", "E", "F"].map((at) => inline(`${at}1`, at)).join("")}</row>`;

  it("gives numbers, days, formulas and truths as texts", async () => {
    const cells = [
      '<c r="A2"><v>46</v></c>',
      '<c r="B2"><v>46701234567890123</v></c>',
      '<c r="C2" s="1"><v>46083</v></c>',
      '<c r="D2" s="2"><v>46083.5</v></c>',
      '<c r="E2" t="str"><f>A1&amp;"x"</f><v>Ax</v></c>',
      '<c r="F2" t="b"><v>1</v></c>',
    ];
    const decimals = '<c r="A3"><v>0.30000000000000004</v></c><c r="B3"><v>7.0</v></c>';
    const file = sheet(`${head}<row r="2">${cells.join("")}</row><row r="3">${decimals}</row>`);
    expect(await cellsOf(file)).toEqual([
      ["46", "46701234567890123", "2026-03-02", "2026-03-02 12:00", "Ax", "TRUE"],
      ["0.30000000000000004", "7", "", "", "", ""],
    ]);
  });

  it("refuses a cell in a far corner before it makes a table of it", async () => {
    expect(await refusal(sheet(`${head}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`))).toBe(
      "table_too_many_rows",
    );
    expect(await refusal(sheet(`${head}<row r="2"><c a="&lt;>" r="XFD2"><v>1</v></c></row>`))).toBe(
      "table_too_many_columns",
    );
    expect(await refusal(sheet(`${head}<row r="2"><c r="&#88;FD2"><v>1</v></c></row>`))).toBe(
      "table_unreadable",
    );
    expect(await refusal(sheet(`${head}${"<row/>".repeat(limits.rows * 2 + 1)}`))).toBe(
      "table_too_many_rows",
    );
  });

  it("refuses a bomb, whether it says its size or hides it", async () => {
    const bomb = Buffer.alloc(limits.unpackedBytes + 1, " ");
    const packed = deflateRawSync(bomb);
    expect(packed.length).toBeLessThan(limits.bytes);
    for (const claimed of [bomb.length, 10])
      expect(await refusal(zipOf({ "xl/workbook.xml": { packed, claimed } }))).toBe("table_unreadable");
  });

  it("refuses a damaged archive and one that is no spreadsheet", async () => {
    expect(await refusal(zipOf({ "word/document.xml": "<w/>" }))).toBe("table_unreadable");
    const whole = sheet(head);
    expect(await refusal(whole.subarray(0, whole.length - 40))).toBe("table_unreadable");
    expect(await refusal(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe("table_unreadable");
  });
});
