import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docxOf, type Exported } from "@/domain/statements/export/docx";
import { printedRuns, wordsOf } from "@/domain/statements/export/lines";
import { markdownOf, plainOf } from "@/domain/statements/export/plain";
import { blocksOfDocx } from "@/domain/statements/import/from-docx";
import { blocksOfMarkdown } from "@/domain/statements/import/from-markdown";
import { unmarked } from "@/domain/statements/import/from-text";
import { guessed, titled } from "@/domain/statements/import/rules";
import type { Para } from "@/domain/statements/rules";
import { unpackedParts } from "@/lib/table/unpacked";

const words = {
  annex: (n: string) => `Annex ${n}`,
  pageOf: (page: string, of: string) => `Page ${page} of ${of}`,
};
const facts = { locale: "en", label: "REV.1", day: "3 March 2026", words } as const;
const para = (id: string, kind: Para["kind"], text: string, level?: 1 | 2): Para => ({
  id,
  kind,
  text,
  ...(level && { level }),
});
const text = [
  para("a", "preambular", "*Recalling* the [report](https://example.org/r?a=1&b=2),"),
  para("b", "heading", "Commitments"),
  para("c", "operative", "We act [by 2030|by 2035|] on steel^[Also *iron*.] & more."),
  para("d", "operative", "At once;", 1),
  para("e", "annex", "Works"),
  para("f", "operative", "The first [perhaps]."),
  para("g", "closing", "Done in Stockholm."),
];

/** The parts of a Word document, by what they begin with. */
async function partsOf(exported: Exported) {
  const parts = unpackedParts(await docxOf(exported)).map((part) => part.toString("utf8"));
  const part = (tag: string) => parts.find((one) => new RegExp(`<w:${tag}[ >]`).test(one)) ?? "";
  return {
    document: part("document"),
    footnotes: part("footnotes"),
    header: part("hdr"),
    footer: part("ftr"),
    styles: part("styles"),
  };
}

describe("a revision as a Word document", () => {
  it("has its numbers, line numbers, brackets in bold, footnotes, header, pages and language", async () => {
    const parts = await partsOf({ ...facts, title: "On steel", paragraphs: text });
    expect(parts.document).toMatch(/<w:lnNumType[^>]*w:countBy="1"[^>]*w:restart="continuous"/);
    expect(parts.document).toContain("1.\t");
    expect(parts.document).toContain("(a)\t");
    expect(parts.document).toContain("Annex I. ");
    expect(parts.document).toMatch(/<w:b\/><w:bCs\/><\/w:rPr><w:t xml:space="preserve">\[/);
    expect(parts.document).toMatch(/<w:i\/>/);
    expect(parts.document).toContain("<w:hyperlink");
    expect(parts.document).toMatch(/<w:footnoteReference w:id="1"\/>/);
    expect(parts.footnotes).toContain("Also iron.");
    expect(parts.header).toContain("On steel · REV.1 · 3 March 2026");
    expect(parts.footer).toMatch(/Page .*PAGE.* of .*NUMPAGES/s);
    expect(parts.styles).toContain('w:lang w:val="en-GB"');
    expect(parts.document).not.toMatch(/<w:(ins|del) /);
  });

  it("comes back in as it went out, as Markdown too", async () => {
    const exported = { ...facts, title: "On steel", paragraphs: text };
    const said = text.map(({ kind, level, text }) => [kind, level ?? 0, text.replace("*iron*", "iron")]);
    const back = (blocks: Parameters<typeof titled>[0]) =>
      guessed(titled(unmarked(blocks)).rest).map(({ kind, level, text }) => [kind, level, text]);
    expect(back(await blocksOfDocx(await docxOf(exported)))).toEqual(said);
    expect(back(blocksOfMarkdown(markdownOf(exported)))).toEqual(said);
  });

  it("is plain text with the same numbers", () => {
    const plain = plainOf({ ...facts, title: "On steel", paragraphs: text });
    expect(plain).toContain("1. We act [by 2030|by 2035|] on steel¹ & more.");
    expect(plain).toContain("   (a) At once;");
    expect(plain).toContain("¹ Also iron.");
  });
});

const one = fc.constantFrom(
  "we",
  "act",
  "steel",
  "[by 2030|by 2035]",
  "*now*",
  "[a](https://e.org)",
  "x^[note]",
  "å",
);
const paragraph = fc.array(one, { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));
const revision = fc
  .array(fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e", "f"), text: paragraph }), { maxLength: 6 })
  .map((all) => [...new Map(all.map((own) => [own.id, own])).values()])
  .map((all) => all.map(({ id, text }) => para(id, "closing", text)));

/** The words of each paragraph once every tracked change is taken, or refused. */
function decided(document: string, taken: "ins" | "del"): string[] {
  const left = taken === "ins" ? "del" : "ins";
  const found: string[] = [];
  let open = "";
  for (const [, inside = ""] of document.matchAll(/<w:p>(.*?)<\/w:p>/gs)) {
    const [, properties = ""] = /<w:pPr>(.*?)<\/w:pPr>/s.exec(inside) ?? [];
    const body = inside.replace(/<w:pPr>.*?<\/w:pPr>/s, "");
    const kept = body.replace(new RegExp(`<w:${left} .*?</w:${left}>`, "gs"), "");
    open += [...kept.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map((found) => found[1]).join("");
    // A paragraph whose end went runs on into the next.
    if (new RegExp(`<w:rPr><w:${left} `).test(properties)) continue;
    found.push(open);
    open = "";
  }
  return found;
}

describe("differences as tracked changes", () => {
  const against = (before: Para[], title = "On steel") => ({
    ...facts,
    title: "On steel",
    against: { title, paragraphs: before, author: "Ravi <Deshmukh>", at: new Date("2026-03-02T09:00:00Z") },
  });

  it("are Word's own, with who made them and when, whole paragraphs too", async () => {
    const { document } = await partsOf({
      ...against(text, "On iron"),
      paragraphs: [
        text[0] as Para,
        para("c", "operative", "We act by 2030 on steel."),
        para("n", "operative", "New."),
      ],
    });
    expect(document).toMatch(
      /<w:ins w:id="\d+" w:author="Ravi &lt;Deshmukh&gt;" w:date="2026-03-02T09:00:00.000Z">/,
    );
    expect(document).toMatch(/<w:rPr><w:ins w:id="\d+"[^>]*\/><\/w:rPr><\/w:pPr>/);
    expect(document).toMatch(/<w:rPr><w:del w:id="\d+"[^>]*\/><\/w:rPr><\/w:pPr>/);
    const ids = [...document.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("give the later text's words where all are taken, the earlier one's where all are refused", async () => {
    const plain = (paragraphs: Para[]) => paragraphs.map((own) => wordsOf(printedRuns(own.text)));
    await fc.assert(
      fc.asyncProperty(revision, revision, async (before, after) => {
        const { document } = await partsOf({ ...against(before), paragraphs: after });
        expect(decided(document, "ins").slice(1)).toEqual(plain(after));
        expect(decided(document, "del").slice(1)).toEqual(plain(before));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
