import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bracketed, openWords } from "@/domain/amendments/bracketing";
import { bracketsOf, chooseOption, readInline } from "@/domain/statements/inline/rules";

describe("words in brackets", () => {
  it.each([
    ["We agree by 2030.", "We agree by 2035.", "We agree by [2030|2035]."],
    ["We firmly agree.", "We agree.", "We [firmly|] agree."],
    ["We agree.", "We firmly agree.", "We [|firmly] agree."],
    ["We agree by [2030|2035].", "We agree by 2040.", "We agree by [2030|2035|2040]."],
    ["Yes", "No", "[Yes|No]"],
  ])("%s, proposed %s: %s", (from, to, expected) => {
    expect(openWords(from, to, "en")).toBe(expected);
  });

  it("are those of the whole paragraph where a part cannot be read both ways", () => {
    const words = openWords("We *agree* now.", "We agree *now*.", "en") ?? "";
    expect(readInline(words).problems).toEqual([]);
    expect(words).toContain("|");
  });

  it("read one way are the text as it was, read the other way the proposal", () => {
    const sentence = fc
      .array(fc.constantFrom("we", "agree", "firmly", "by", "2030", "2035", "and", "steel", "é"), {
        minLength: 1,
        maxLength: 14,
      })
      .map((words) => `${words.join(" ")}.`);
    fc.assert(
      fc.property(sentence, sentence, (from, to) => {
        fc.pre(from !== to);
        const words = openWords(from, to, "en");
        if (words === undefined) throw new Error("not written");
        const read = (option: number) =>
          bracketsOf(words).reduce((text) => chooseOption(text, 0, option), words);
        expect([read(0), read(1)]).toEqual([from, to]);
      }),
    );
  });

  it("cannot be written where a bracket would stand inside another", () => {
    expect(openWords("[A|B] and [C|D].", "Something else.", "en")).toBeUndefined();
  });

  it("are held by whoever proposed them; those who held an option before hold it still", () => {
    const own = {
      id: "b",
      kind: "operative" as const,
      text: "By [2030|2035].",
      holders: [{ bracket: "2030|2035", option: 1, by: ["se"] }],
    };
    const change = {
      kind: "replace" as const,
      paragraphId: "b",
      base: [own],
      baseTitle: "",
      proposal: { text: "By 2040." },
    };
    const made = bracketed({ title: "", paragraphs: [own] }, change, ["in", "za"], {
      newId: () => "n",
      locale: "en",
    });
    expect(made?.paragraphs[0]).toMatchObject({
      text: "By [2030|2035|2040].",
      holders: [
        { bracket: "2030|2035|2040", option: 1, by: ["se"] },
        { bracket: "2030|2035|2040", option: 2, by: ["in", "za"] },
      ],
    });
  });

  it("stand around all of a paragraph that is deleted or new, and around nothing that has no words", () => {
    const own = { id: "b", kind: "operative" as const, text: "We agree." };
    const text = { title: "", paragraphs: [own] };
    const of = (kind: "delete" | "insert_after" | "move", proposal = {}) =>
      bracketed(text, { kind, paragraphId: "b", base: [own], baseTitle: "", proposal }, ["se"], {
        newId: () => "n",
        locale: "en",
      });
    expect(of("delete")?.paragraphs[0]).toMatchObject({
      text: "[We agree.|]",
      holders: [{ bracket: "We agree.|", option: 1, by: ["se"] }],
    });
    expect(of("insert_after", { text: "New." })?.paragraphs[1]).toMatchObject({
      id: "n",
      text: "[New.|]",
      holders: [{ option: 0 }],
    });
    expect(of("move", { afterId: null })).toBeUndefined();
  });
});
