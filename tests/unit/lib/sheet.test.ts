import { describe, expect, it } from "vitest";
import { clustersOf, type Words } from "@/lib/pdf/clusters";
import { filesFor } from "@/lib/pdf/faces";
import { linesOf, placed } from "@/lib/pdf/lines";
import { type Block, drawnSheet } from "@/lib/pdf/sheet";

const sheet = (blocks: Block[]) => ({
  language: "sv",
  title: "Om stål",
  author: "The group",
  head: "The group",
  page: "Sida",
  madeAt: new Date("2026-03-02T09:00:00Z"),
  blocks,
});

async function bytesOf(blocks: Block[]): Promise<string> {
  return Buffer.from(await drawnSheet(sheet(blocks), { compress: false })).toString("latin1");
}

/** A text as a PDF has it where it is more than ASCII. */
const utf16 = (text: string) => `\u00fe\u00ff${Buffer.from(text, "utf16le").swap16().toString("latin1")}`;

/** Every letter a unit wide, and every face as large as it says it is. */
const has = () => true;
const measure = (text: string) => [...text].length;
const setIn = (text: string, base: "ltr" | "auto" = "auto") => clustersOf([{ text }], base, has);

describe("a sheet", () => {
  it("is tagged, in its language, and is named by its title", async () => {
    const bytes = await bytesOf([
      { kind: "heading", level: 1, words: [{ text: "Om" }] },
      { kind: "heading", level: 2, words: [{ text: "Bilaga" }] },
      { kind: "paragraph", words: [{ text: "Vi är " }, { text: "här", href: "https://example.org/" }] },
      { kind: "list", items: [{ marker: "1", words: [{ text: "Ett" }] }] },
    ]);
    expect(bytes).toMatch(/\/MarkInfo/);
    expect(bytes).toMatch(/\/StructTreeRoot/);
    expect(bytes).toContain("/Lang (sv)");
    expect(bytes).toContain("/DisplayDocTitle true");
    expect(bytes).toMatch(/\/Title \d+ 0 R/);
    expect(bytes).toContain(`(${utf16("Om stål")})`);
    for (const kind of ["Document", "H1", "H2", "P", "L", "LI", "LBody", "Link"])
      expect(bytes, kind).toMatch(new RegExp(`/S /${kind}\\b`));
    expect(bytes).toContain("/URI (https://example.org/)");
    expect(bytes).toMatch(/\/Artifact <<\s*\/Type \/Pagination/);
  });

  it("goes on over pages, and keeps the paragraph that is broken in one piece of its structure", async () => {
    const long: Block = { kind: "paragraph", marker: "1.", words: [{ text: "Vi är överens. ".repeat(900) }] };
    const bytes = await bytesOf([long]);
    const pages = Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(bytes)?.[1]);
    expect(pages).toBeGreaterThan(2);
    expect(bytes.match(/\/S \/P\b/g)).toHaveLength(1);
    expect(bytes.match(/\/Artifact <</g)).toHaveLength(2 * pages - 1);
  });
});

describe("letters", () => {
  it("are set in the face that has them", () => {
    const face = (letter: string) =>
      filesFor(letter.codePointAt(0) ?? 0, {})[0]
        ?.split("/")
        .at(-1);
    expect(face("é")).toBe("source-serif-4-latin-400-normal.woff");
    expect(face("ع")).toBe("noto-naskh-arabic-arabic-400-normal.woff");
    expect(face("中")).toMatch(/^noto-serif-sc-\d+-400-normal\.woff$/);
    expect(filesFor(0x69, { bold: true, italic: true })[0]).toMatch(/latin-600-italic/);
  });

  it("that no face has are spelled out and not left away", () => {
    const { clusters } = clustersOf([{ text: "a😀" }], "ltr", (_, point) => point < 0x1f000);
    expect(clusters.map((one) => one.text).join("")).toBe("a[U+1F600]");
  });

  it("of Arabic run from right to left, their numbers and brackets do not", () => {
    const { clusters, level } = setIn("نحن (2030) abc", "ltr");
    const { fragments } = placed(clusters, level, measure);
    const byEye = fragments.toSorted((a, b) => a.x - b.x).map((one) => one.text);
    expect(byEye.join("")).toBe("(2030) نحن abc");
    const only = setIn("في 2030 (نحن)");
    expect(only.level).toBe(1);
    const eye = placed(only.clusters, 1, measure).fragments.toSorted((a, b) => a.x - b.x);
    expect(eye.map((one) => one.text).join("")).toBe("(نحن) 2030 في");
    expect(eye.find((one) => one.text.includes("نحن"))?.actual).toBe("نحن");
    expect(eye.find((one) => one.text === "2030")?.actual).toBeUndefined();
  });
});

describe("lines", () => {
  const lines = (text: string, width: number) =>
    linesOf(setIn(text).clusters, width, measure).map((line) => line.map((one) => one.text).join(""));

  it("are broken between words, between ideographs, and in a word only where it fills a line", () => {
    expect(lines("we agree on it", 8)).toEqual(["we agree ", "on it"]);
    expect(lines("我们同意，我们", 4)).toEqual(["我们同", "意，我们"]);
    expect(lines("a 0123456789", 6)).toEqual(["a 0123", "456789"]);
    expect(lines("one fossil-free", 11)).toEqual(["one fossil-", "free"]);
    expect(lines("at https://a.se/on-steel", 21)).toEqual(["at ", "https://a.se/on-steel"]);
    expect(lines("我们同意\u200e1", 4)).toEqual(["我们同", "意\u200e1"]);
  });

  it("lose nothing", () => {
    const text = "Vi är överens: 中文 في العالم (2030), och går vidare – fossilfritt.";
    for (let width = 1; width < 70; width++) expect(lines(text, width).join("")).toBe(text);
  });

  it("keep what looks alike together and what does not apart", () => {
    const words: Words[] = [{ text: "We " }, { text: "agree", italic: true }, { text: "." }];
    const { clusters, level } = clustersOf(words, "auto", has);
    expect(placed(clusters, level, measure).fragments.map((one) => [one.text, one.x])).toEqual([
      ["We ", 0],
      ["agree", 3],
      [".", 8],
    ]);
  });
});
