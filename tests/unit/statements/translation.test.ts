import { describe, expect, it } from "vitest";
import {
  type Authentic,
  arranged,
  differsInShape,
  staleParagraphs,
  withSources,
} from "@/domain/statements/translation/rules";

const revision = (number: number, words: Record<string, string>, noEffectOn: string[] = []): Authentic => ({
  id: `r${number}`,
  number,
  paragraphs: Object.entries(words).map(([id, text]) => ({ id, text })),
  noEffectOn,
});

/** The words of paragraph "a" in each revision; "!" before them: this change has no effect on translations. */
const history = (...words: (string | null)[]) =>
  words.map((text, at) =>
    revision(
      at + 1,
      text === null ? { z: "Z" } : { a: text.replace("!", ""), z: "Z" },
      text?.startsWith("!") ? ["a"] : [],
    ),
  );

const stale = (revisions: Authentic[], source: number, translated = ["a", "z"]) => {
  const current = revisions.at(-1);
  if (!current) throw new Error("no revision");
  const translation = {
    translationOfId: `r${source}`,
    paragraphs: translated.map((id) => ({ id, text: `${id} på svenska` })),
  };
  return staleParagraphs(translation, current, revisions).map(({ id, why }) => `${id} ${why}`);
};

describe("a paragraph of a translation is stale", () => {
  it.each<[string, (string | null)[], number, string[]]>([
    ["not where nothing was done", ["A"], 1, []],
    ["not where it was saved without change", ["A", "A", "A"], 1, []],
    ["where its words changed", ["A", "B"], 1, ["a changed"]],
    ["not where it was made of the later words", ["A", "B"], 2, []],
    ["not where the words came back", ["A", "B", "A"], 1, []],
    ["where it was made of words that went again", ["A", "B", "A"], 2, ["a changed"]],
    ["not by a change without effect", ["A", "!A."], 1, []],
    ["by a change after one without effect", ["A", "!A.", "B"], 1, ["a changed"]],
    ["by a change before one without effect", ["A", "B", "!B."], 1, ["a changed"]],
    ["not by a change before one without effect, if it is of the words between", ["A", "B", "!B."], 2, []],
    ["not where words came back that meant the same", ["A", "!A.", "B", "A."], 1, []],
    ["not by two changes without effect", ["A", "!A.", "!A;"], 1, []],
    ["where only one of two changes had no effect", ["A", "!A.", "B", "!B."], 1, ["a changed"]],
    ["where it is new", [null, "A"], 1, ["a changed"]],
    ["where the authentic text has it no more", ["A", null], 1, ["a removed"]],
  ])("%s", (_, words, source, expected) => {
    expect(stale(history(...words), source)).toEqual(expected);
  });

  it("where it is not there, or empty", () => {
    expect(stale(history("A"), 1, ["z"])).toEqual(["a missing"]);
    const [current] = history("A");
    const paragraphs = [{ id: "a", text: "" }];
    if (!current) throw new Error("no revision");
    expect(staleParagraphs({ translationOfId: "r1", paragraphs }, current, []).map(({ why }) => why)).toEqual(
      ["missing", "missing"],
    );
  });

  it("each by its own source, whatever the rest was made of", () => {
    const revisions = [revision(1, { a: "A", b: "B" }), revision(2, { a: "A2", b: "B2" })];
    const [, current] = revisions;
    if (!current) throw new Error("no revision");
    const paragraphs = [
      { id: "a", text: "Å", source: "r2" },
      { id: "b", text: "Bé", source: "r1" },
    ];
    expect(staleParagraphs({ translationOfId: "r2", paragraphs }, current, revisions)).toEqual([
      { id: "b", why: "changed" },
    ]);
  });
});

describe("saving a translation", () => {
  const before = {
    translationOfId: "r1",
    paragraphs: [
      { id: "a", text: "Å" },
      { id: "b", text: "Bé", source: "r2" },
    ],
  };
  const sources = (paragraphs: { id: string; text: string; stillRight?: boolean }[]) =>
    withSources(paragraphs, before, "r3").map(({ source }) => source);

  it("keeps what a paragraph was made of where its words are the same", () => {
    expect(
      sources([
        { id: "a", text: "Å" },
        { id: "b", text: "Bé" },
      ]),
    ).toEqual(["r1", "r2"]);
  });

  it("is of what was in front of the translator where words are new, or still right", () => {
    expect(
      sources([
        { id: "a", text: "Å", stillRight: true },
        { id: "b", text: "Bé!" },
        { id: "c", text: "Cé" },
      ]),
    ).toEqual(["r3", "r3", "r3"]);
  });

  it("takes the shape of the authentic text", () => {
    const authentic = [
      { id: "b", kind: "operative" as const, level: 1 as const },
      { id: "a", kind: "heading" as const },
      { id: "c", kind: "operative" as const },
    ];
    const own = [
      { id: "a", kind: "operative" as const, text: "Å" },
      { id: "b", kind: "operative" as const, text: "Bé" },
      { id: "gone", kind: "operative" as const, text: "Borta" },
    ];
    expect(arranged<(typeof own)[number] & { level?: 1 | 2 }, string>(own as never, authentic)).toEqual([
      { id: "b", kind: "operative", level: 1, text: "Bé" },
      { id: "a", kind: "heading", text: "Å" },
    ]);
    expect(differsInShape(own, authentic)).toBe(true);
    expect(differsInShape(authentic, authentic)).toBe(false);
  });
});
