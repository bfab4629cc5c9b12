import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bracketed,
  changed,
  insertedAfter,
  mergedWithNext,
  moved,
  split,
  toRow,
} from "@/components/statements/editor/rows";
import { carriedHolders, countsByRevision, openBracketsOf } from "@/domain/statements/brackets/rules";
import {
  bracketsOf,
  chooseOption,
  escapeInline,
  numberedFootnotes,
  openBrackets,
  plainWords,
  readInline,
} from "@/domain/statements/inline/rules";

const typed = fc.string({ unit: fc.constantFrom(..."ab *[]|^\\()."), maxLength: 30 });

describe("the signs in a paragraph", () => {
  it("read every text, and the same brackets from both sides", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { nodes, problems } = readInline(text);
        const marks = nodes.filter((node) => node.kind === "bracket").length;
        if (problems.length === 0) expect(marks).toBeLessThanOrEqual(bracketsOf(text).length);
      }),
    );
  });

  it("are plain where they are escaped", () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(plainWords(escapeInline(text))).toBe(text);
        expect(openBrackets([{ text: escapeInline(text) }])).toEqual({ brackets: 0, options: 0 });
      }),
    );
  });

  it("are fewer by one bracket with every choice", () => {
    const option = fc.stringMatching(/^[a-c]{0,3}$/);
    const bracket = fc.array(option, { minLength: 2, maxLength: 3 }).map((all) => `[${all.join("|")}]`);
    fc.assert(
      fc.property(
        fc.array(bracket, { minLength: 1, maxLength: 3 }),
        fc.nat(2),
        fc.nat(1),
        (all, index, at) => {
          const text = `x ${all.join(" y ")} z`;
          const place = index % all.length;
          expect(bracketsOf(chooseOption(text, place, at))).toHaveLength(all.length - 1);
        },
      ),
    );
  });

  it("number footnotes through, also in options", () => {
    const notes = numberedFootnotes([
      { id: "a", text: "One^[first] [two^[second]|*three^[third]*]" },
      { id: "b", text: "Four^[fourth]" },
    ]);
    expect(notes.map(({ paragraphId, number }) => `${paragraphId}${number}`)).toEqual([
      "a1",
      "a2",
      "a3",
      "b4",
    ]);
  });
});

describe("open brackets", () => {
  const holders = [{ bracket: "x|y", option: 1, by: ["o"] }];

  it("are told with their paragraph's number, their options and who holds them", () => {
    const paragraphs = [
      { id: "a", kind: "operative" as const, text: "None." },
      { id: "b", kind: "operative" as const, level: 1 as const, text: "Some [x|y] [z]", holders },
    ];
    expect(openBracketsOf(paragraphs)).toMatchObject([
      {
        reference: "1 (a)",
        index: 0,
        options: [
          { words: "x", by: [] },
          { words: "y", by: ["o"] },
        ],
      },
      { reference: "1 (a)", index: 1, options: [{ words: "z" }, { words: "" }] },
    ]);
    expect(
      countsByRevision([
        { number: 2, texts: paragraphs },
        { number: 1, texts: [] },
      ]),
    ).toEqual([
      { number: 1, brackets: 0, options: 0 },
      { number: 2, brackets: 2, options: 4 },
    ]);
  });

  it("keep their holders while their words are edited", () => {
    expect(carriedHolders("a [x|y]", "a [x|yes]", holders)[0]?.bracket).toBe("x|yes");
    expect(carriedHolders("a [x|y]", "a [x|y", holders)).toEqual(holders);
  });
});

describe("rows of the editor", () => {
  const rows = ["a", "b", "c"].map((id) => toRow({ id, kind: "operative", text: `${id}1 ${id}2` }));
  const told = (list: { id: string; text: string }[] | undefined) =>
    list?.map(({ id, text }) => `${id}:${text}`);

  it("are split at the cursor, and not at an end or inside of a bracket", () => {
    const parts = split(rows, "a", 2);
    expect(told(parts)).toEqual(["a:a1", ":a2", "b:b1 b2", "c:c1 c2"]);
    expect(parts?.[1]?.splitFrom).toBe("a");
    expect(split(rows, "a", 0)).toBeUndefined();
    expect(split(rows, "a", 5)).toBeUndefined();
    const [row] = rows;
    if (row) expect(split([{ ...row, text: "one [two|three]" }], "a", 9)).toBeUndefined();
  });

  it("are merged with the next, which they take in, also after a split that was not saved", () => {
    const merged = mergedWithNext(mergedWithNext(rows, "a"), "a");
    expect(told(merged)).toEqual(["a:a1 a2 b1 b2 c1 c2"]);
    expect(merged[0]?.absorbed).toEqual(["b", "c"]);
    const back = mergedWithNext(split(rows, "a", 2) ?? [], "a");
    expect(told(back)).toEqual(told(rows));
    expect(back[0]?.absorbed).toEqual([]);
  });

  it("are moved, inserted, changed and bracketed", () => {
    expect(told(moved(rows, "b", -1))?.[0]).toBe("b:b1 b2");
    expect(moved(rows, "a", -1)).toEqual(rows);
    expect(told(insertedAfter(rows, "a"))?.[1]).toBe(":");
    expect(changed(rows, "b", { text: "x" })[1]?.text).toBe("x");
    expect(bracketed("by 2030.", 3, 7)).toBe("by [2030].");
    expect(bracketed("All of it.", 0, 0)).toBe("[All of it.]");
  });
});
