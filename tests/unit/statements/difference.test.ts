import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, type Para } from "@/domain/statements/rules";
import { operationsAt } from "@/domain/statements/views/rules";
import { wordChanges } from "@/lib/text/words";

const kind = fc.constantFrom("operative" as const, "preambular" as const, "heading" as const);
const words = fc.array(fc.constantFrom("we", "act", "[by 2030|by 2035]", "*now*", "\n", "på", "stål"), {
  maxLength: 8,
});
const revision: fc.Arbitrary<Para[]> = fc
  .array(fc.record({ id: fc.constantFrom(..."abcdefgh"), kind, text: words.map((all) => all.join(" ")) }), {
    maxLength: 9,
  })
  .map((all) => [...new Map(all.map((own) => [own.id, own])).values()]);

describe("the difference that is shown", () => {
  it("applied to the earlier text gives the later one, paragraph by paragraph and word by word", () => {
    fc.assert(
      fc.property(revision, revision, (before, after) => {
        const shown = difference(before, after);
        const later = shown.flatMap((change): Para[] => {
          if (change.kind === "removed") return [];
          const was = change.kind === "added" ? "" : (before.find(({ id }) => id === change.id)?.text ?? "");
          const runs = wordChanges(was, change.after.text, "en");
          const kept = runs.filter((run) => run.kind !== "added").map((run) => run.text);
          expect(kept.join("")).toBe(was);
          const text = runs.filter((run) => run.kind !== "removed").map((run) => run.text);
          return [{ ...change.after, text: text.join("") }];
        });
        expect(later).toEqual(after);
        const gone = shown.flatMap((change) => (change.kind === "removed" ? [change.id] : []));
        expect(gone).toEqual(before.map(({ id }) => id).filter((id) => !after.some((one) => one.id === id)));
        // What did not move kept its order, so that a moved paragraph is one that had to be.
        const steady = shown.flatMap((change) => ("moved" in change && !change.moved ? [change.id] : []));
        const order = before.map(({ id }) => id).filter((id) => steady.includes(id));
        expect(steady).toEqual(order);
      }),
      { numRuns: 300 },
    );
  });

  it("names what was split and merged on the way, at every paragraph it is about", () => {
    const found = operationsAt([
      { kind: "split", paragraphId: "a", into: ["a", "b"] },
      { kind: "merge", paragraphIds: ["c", "d"], into: "c" },
    ]);
    expect(found.get("b")).toEqual([{ kind: "split", others: ["a"] }]);
    expect(found.get("d")).toEqual([{ kind: "merge", others: ["c"] }]);
    expect(found.get("c")).toEqual([{ kind: "merge", others: ["d"] }]);
  });

  it("shows neighbouring changed words as one change", () => {
    const runs = wordChanges("We buy a growing share of it", "We buy at least a third of it", "en");
    expect(runs).toEqual([
      { kind: "same", text: "We buy " },
      { kind: "removed", text: expect.stringContaining("growing share") },
      { kind: "added", text: expect.stringContaining("a third") },
      { kind: "same", text: "of it" },
    ]);
  });
});
