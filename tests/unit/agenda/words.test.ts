import { describe, expect, it } from "vitest";
import { bornIn, missingIn, outdatedIn, wordsRevisionAfter } from "@/domain/agenda/words";

const both = { title: { en: "Opening", sv: "Öppnande" }, abstract: {}, wordsRevision: { en: 1, sv: 1 } };

describe("the words of an item", () => {
  it("are outdated where another language's have changed since, until they change too or are found right", () => {
    const changed = { ...both, title: { ...both.title, en: "Grand opening" } };
    const wordsRevision = wordsRevisionAfter(both, changed, 2);
    expect(outdatedIn({ ...changed, wordsRevision })).toEqual(["sv"]);
    const found = wordsRevisionAfter({ ...changed, wordsRevision }, changed, 3, ["sv"]);
    expect(outdatedIn({ ...changed, wordsRevision: found })).toEqual([]);
    expect(outdatedIn({ ...changed, wordsRevision: wordsRevisionAfter(both, changed, 2, ["sv"]) })).toEqual(
      [],
    );
  });

  it("that are not there are missing, not outdated", () => {
    const english = { title: { en: "Opening" }, abstract: {}, wordsRevision: { en: 4 } };
    expect(missingIn(english)).toEqual(["sv"]);
    expect(outdatedIn(english)).toEqual([]);
    expect([bornIn({}), bornIn(english.wordsRevision)]).toEqual([1, 4]);
  });
});
