import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inlineOf, type Run } from "@/domain/statements/import/inline";
import { bracketsOf, plainWords, readInline } from "@/domain/statements/inline/rules";

const words = fc.string({
  unit: fc.constantFrom("a", "b ", "é", "[", "]", "|", "*", "^", "\\", "(", ")", " "),
});
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    emphasis: fc.boolean(),
    href: fc.constantFrom("", "https://example.org/a", "javascript:alert(1)"),
    note: fc.constantFrom("A note [with] *signs*.", "n"),
  },
  { requiredKeys: ["text"] },
);
const bare = (text: string) => text.replace(/[\s[\]|/]/g, "");

describe("words that are brought in", () => {
  it("keep the brackets drafters wrote, and no other sign of theirs is taken for more", () => {
    expect(inlineOf([{ text: "steel [by 2030|by 2035] *is* ^x" }])).toBe(
      "steel [by 2030|by 2035] \\*is\\* \\^x",
    );
    expect(inlineOf([{ text: "a [b [c] d] e] f" }])).toBe("a [b \\[c\\] d] e\\] f");
    expect(inlineOf([{ text: "[a](b) []" }])).toBe("[a] (b) \\[\\]");
  });

  it("carry emphasis, links and footnotes as signs", () => {
    expect(inlineOf([{ text: "Recalling ", emphasis: true }, { text: "the text" }])).toBe(
      "*Recalling* the text",
    );
    expect(inlineOf([{ text: "the " }, { text: "report", href: "https://example.org" }])).toBe(
      "the [report](https://example.org)",
    );
    expect(inlineOf([{ text: "steel", note: "Also iron." }, { text: " and" }])).toBe(
      "steel^[Also iron.] and",
    );
    expect(inlineOf([{ text: "x", href: "javascript:alert(1)" }])).toBe("x");
    expect(inlineOf([{ text: "see [by ", emphasis: true }, { text: "2030]" }])).toBe("*see* [*by* 2030]");
  });

  it("always read without a problem, and say what they said", () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 5 }), (runs) => {
        const text = inlineOf(runs);
        expect(readInline(text).problems).toEqual([]);
        expect(bracketsOf(text).every(({ source }) => source.trim() !== "")).toBe(true);
        expect(bare(plainWords(text))).toBe(bare(runs.map((one) => one.text).join("")));
      }),
      { numRuns: 1_000 },
    );
  });
});
