import { describe, expect, it } from "vitest";
import { blocksOf, namedIn, obstaclesToPublishing, partsOf } from "@/domain/minutes/rules";
import { partChanges } from "@/lib/text/parts";

describe("minutes as they are set", () => {
  it("knows headings, lists and paragraphs, and loses nothing else", () => {
    const body =
      "## Demand\n\nFirst line\nsecond line\n\n- one\n- two\n\n#5 is not a heading\n \n- not\na list";
    expect(blocksOf(body)).toEqual([
      { kind: "heading", text: "Demand" },
      { kind: "paragraph", text: "First line\nsecond line" },
      { kind: "list", items: ["one", "two"] },
      { kind: "paragraph", text: "#5 is not a heading" },
      { kind: "paragraph", text: "- not\na list" },
    ]);
  });
});

describe("who is named in a text", () => {
  const people = [
    { name: "Astrid Hallgren", sortName: "Hallgren Astrid" },
    { name: "Priya van der Berg", sortName: "Berg Priya van der" },
    { name: "Khalid bin Salim", sortName: "Salim Khalid bin" },
    { name: "Nomvula Dlamini-Botha", sortName: "Dlamini-Botha Nomvula" },
    { name: "Bengt-Åke Sjödin", sortName: "Sjödin Bengt-Åke" },
    { name: "Li O (Acting)", sortName: "O Li" },
  ];
  it.each([
    ["The minister, Ms. Hallgren, said", ["Astrid Hallgren"]],
    ["Hallgrens förslag", ["Astrid Hallgren"]],
    ["HALLGREN: we agree", ["Astrid Hallgren"]],
    ["priya VAN DER berg spoke", ["Priya van der Berg"]],
    ["ett berg av problem", []],
    ["Bergen is a town", []],
    ["Mr Salim and Dlamini-Botha", ["Khalid bin Salim", "Nomvula Dlamini-Botha"]],
    ["Sjo\u0308din disagreed", ["Bengt-Åke Sjödin"]],
    ["O dear", []],
    ["li o (acting) chaired", ["Li O (Acting)"]],
    ["One delegation proposed", []],
  ])("%s", (text, named) => {
    expect(namedIn(text, people).map(({ name }) => name)).toEqual(named);
  });
});

describe("what stands in the way of publishing minutes", () => {
  const facts = { audience: "public", attribution: "on_record", latest: 2, published: 1 } as const;
  it.each([
    [{}, []],
    [{ attribution: "chatham_house" as const }, []],
    [{ attribution: "closed" as const }, ["closed"]],
    [{ audience: "organizers" as const, latest: undefined }, ["no_text", "organizers_only"]],
    [{ published: 2 }, ["already_public"]],
  ])("%o", (more, obstacles) => {
    expect(obstaclesToPublishing({ ...facts, ...more })).toEqual(obstacles);
  });
});

describe("the difference of two revisions", () => {
  const changes = (before: string, after: string) => partChanges(partsOf(before), partsOf(after), "en");

  it("compares what came in place of something word by word, and tells what only came or went", () => {
    const found = changes("Same.\n\nWe agreed.\n\nGone.", "New.\n\nSame.\n\nWe all agreed.");
    expect(found.map(({ changed }) => changed)).toEqual([true, false, true, true, true]);
    expect(found[0]?.runs).toEqual([{ kind: "added", text: "New." }]);
    const gone = changes("One.\n\nTwo.", "One.").at(-1);
    expect(gone?.runs).toEqual([{ kind: "removed", text: "Two." }]);
    const word = changes("We agreed.", "We all agreed.")[0]?.runs;
    expect(word?.filter(({ kind }) => kind === "added").map(({ text }) => text.trim())).toEqual(["all"]);
  });

  it("gives back both texts", () => {
    const before = "A b c.\n\nD e f.\n\nG.";
    const after = "A c.\n\nX.\n\nD e g.";
    const joined = (drop: string) =>
      changes(before, after)
        .map(({ runs }) =>
          runs
            .filter(({ kind }) => kind !== drop)
            .map(({ text }) => text)
            .join(""),
        )
        .filter(Boolean)
        .join("\n\n");
    expect(joined("added")).toBe(before);
    expect(joined("removed")).toBe(after);
  });
});
