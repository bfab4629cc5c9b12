import { describe, expect, it } from "vitest";
import { occursIn, standsIn } from "@/domain/errata/rules";

describe("what a mistake says", () => {
  it("stands in the paragraph as it is read, without its signs", () => {
    const paragraph = { text: "We *fully* agree\nwith [the report](https://example.org/r)." };
    expect(occursIn("fully agree with the report", paragraph)).toBe(true);
    expect(occursIn("*fully*", paragraph)).toBe(false);
    expect(occursIn("partly agree", paragraph)).toBe(false);
    expect(occursIn("agree", undefined)).toBe(false);
  });

  it("is of its own paragraph and no other", () => {
    const paragraphs = [
      { id: "a", text: "By 2030." },
      { id: "b", text: "By 2035." },
    ];
    expect(standsIn({ paragraphId: "a", says: "2030" }, paragraphs)).toBe(true);
    expect(standsIn({ paragraphId: "b", says: "2030" }, paragraphs)).toBe(false);
    expect(standsIn({ paragraphId: "c", says: "2030" }, paragraphs)).toBe(false);
  });
});
