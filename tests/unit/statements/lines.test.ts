import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeInline, plainWords } from "@/domain/statements/inline/rules";
import { lineVersion, numberedLines, wrapped } from "@/domain/statements/lines/rules";

const text = fc.string({
  unit: fc.constantFrom("a", "steel", " ", "\n", "é", "e\u0301", "鋼", "🏭", "-", "[x|y]"),
  maxLength: 120,
});
const paragraphs = fc
  .array(text, { maxLength: 6 })
  .map((all) => all.map((words, at) => ({ id: `p-${at}`, text: words })));

describe("numbered lines", () => {
  it("are counted the first way: 80 wide, behind spaces, a long word where it must be", () => {
    expect(lineVersion).toBe(1);
    expect(wrapped(`${"a".repeat(79)} b c`)).toEqual([`${"a".repeat(79)} `, "b c"]);
    expect(wrapped("a".repeat(81))).toEqual(["a".repeat(80), "a"]);
    expect(wrapped("鋼".repeat(41))).toEqual(["鋼".repeat(40), "鋼"]);
    expect(wrapped("e\u0301".repeat(81))).toEqual(["e\u0301".repeat(80), "e\u0301"]);
    expect(wrapped("one\ntwo")).toEqual(["one\n", "two"]);
    expect(wrapped("")).toEqual([""]);
  });

  it("joined give the text, and are numbered through from one", () => {
    fc.assert(
      fc.property(paragraphs, (all) => {
        const found = numberedLines(all);
        for (const [at, { lines }] of found.entries())
          expect(lines.map((line) => line.text).join("")).toBe(plainWords(all[at]?.text ?? ""));
        const numbers = found.flatMap(({ lines }) => lines.map((line) => line.number));
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      }),
    );
  });

  it("hang on nothing but the text: a revision's first paragraphs are numbered as they are alone", () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (first, more) => {
        const alone = numberedLines(first);
        const others = more.map((one) => ({ ...one, id: `more-${one.id}` }));
        expect(numberedLines([...first, ...others]).slice(0, first.length)).toEqual(alone);
      }),
    );
  });

  it("are never wider than the page, spaces behind the last word apart", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "bc", " ", "word"), maxLength: 300 }), (words) => {
        for (const line of wrapped(plainWords(escapeInline(words))))
          expect(line.trimEnd().length).toBeLessThanOrEqual(80);
      }),
    );
  });
});
