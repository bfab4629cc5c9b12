import fc from "fast-check";
import { expect, test } from "vitest";
import { insideOf, marks, partsOf, searched, withBeginnings } from "@/domain/search/rules";

test("a marked text is its parts", () => {
  expect(partsOf(`the ${marks.start}heavy${marks.stop} industry`)).toEqual([
    { text: "the ", hit: false, from: 0 },
    { text: "heavy", hit: true, from: 5 },
    { text: " industry", hit: false, from: 11 },
  ]);
  expect(partsOf("")).toEqual([]);
});

test("no part is lost, and no markup is made of any", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        partsOf(text)
          .map((part) => part.text)
          .join(""),
      ).toBe(text.replaceAll(marks.start, "").replaceAll(marks.stop, ""));
    }),
  );
});

test("what was typed is one short line that can be sent", () => {
  expect(searched("  heavy \n\u0000 industry ")).toBe("heavy industry");
  expect(searched(["a", "b"])).toBe("");
  expect(searched(undefined)).toBe("");
  expect(searched("x".repeat(10_000))).toHaveLength(200);
  expect([...searched("🏭".repeat(1_000))]).toHaveLength(200);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      expect(searched(typed).isWellFormed()).toBe(true);
    }),
  );
});

test("a query of words is one of beginnings, but for what is excluded", () => {
  expect(withBeginnings("'steel' & !'ore'")).toBe("'steel':* & !'ore'");
  expect(withBeginnings("!'ore' & 'steel' & !'o''re' & 'x'")).toBe("!'ore' & 'steel':* & !'o''re' & 'x':*");
  expect(withBeginnings("'it''s' <-> 'green' | 'a'")).toBe("'it''s':* <-> 'green':* | 'a':*");
  expect(withBeginnings("")).toBe("");
});

test("plain words can stand inside of longer ones; phrases, choices and short words are not looked for there", () => {
  expect(insideOf("'ugn'")).toEqual({ parts: ["ugn"], without: "" });
  expect(insideOf("'it''s' & 'stal' & !'ore' & !'o''re'")).toEqual({
    parts: ["it's", "stal"],
    without: "'ore' | 'o''re'",
  });
  for (const query of [
    "'a' <-> 'b'",
    "'ugn' | 'stal'",
    "'ug'",
    "'ugn' & 'ab'",
    "!'ugn'",
    "!( 'a' & 'b' )",
    "",
  ])
    expect(insideOf(query), query).toBeUndefined();
});
