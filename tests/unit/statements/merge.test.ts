import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Mergeable, type MergeText, merge } from "@/domain/statements/merge/rules";
import { longestRise } from "@/domain/statements/rules";

const kinds = ["heading", "preambular", "operative", "closing", "annex"] as const;
const paragraph = (id: string, text = id, more: Partial<Mergeable> = {}): Mergeable => ({
  id,
  kind: "operative",
  text,
  ...more,
});
const of = (...paragraphs: Mergeable[]): MergeText => ({ title: "T", paragraphs });

const anyText: fc.Arbitrary<MergeText> = fc.record({
  title: fc.constantFrom("A", "B", "C"),
  paragraphs: fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-l]$/),
      kind: fc.constantFrom(...kinds),
      text: fc.stringMatching(/^[x-z]{1,2}$/),
    }),
    { selector: (one) => one.id, maxLength: 10 },
  ),
});

const agreed = ({ title, paragraphs }: MergeText) => ({
  merged: { title, paragraphs: [...paragraphs] },
  conflicts: [],
  titleConflict: null,
});

describe("merging two texts made of the same one", () => {
  it("is the other where one did nothing, and either where both did the same", () => {
    fc.assert(
      fc.property(anyText, anyText, (base, one) => {
        expect(merge(base, base, one)).toEqual(agreed(one));
        expect(merge(base, one, base)).toEqual(agreed(one));
        expect(merge(base, one, one)).toEqual(agreed(one));
      }),
    );
  });

  it("loses nothing that anybody wrote", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, theirs, mine) => {
        const { merged, conflicts, titleConflict } = merge(base, theirs, mine);
        const kept = new Set(
          [...merged.paragraphs, ...conflicts.flatMap((one) => [one.theirs, one.mine])].map(
            (one) => one && `${one.id} ${one.text}`,
          ),
        );
        const old = new Set(base.paragraphs.map(({ id, text }) => `${id} ${text}`));
        for (const { id, text } of [...theirs.paragraphs, ...mine.paragraphs])
          if (!old.has(`${id} ${text}`)) expect(kept).toContain(`${id} ${text}`);
        expect(new Set(merged.paragraphs.map(({ id }) => id)).size).toBe(merged.paragraphs.length);
        for (const { title } of [theirs, mine])
          if (title !== base.title)
            expect([merged.title, titleConflict?.theirs, titleConflict?.mine]).toContain(title);
      }),
    );
  });

  it("does not depend on who was first where they touched different paragraphs", () => {
    const base = of(...["a", "b", "c", "d", "e", "f"].map((id) => paragraph(id)));
    const edit = fc.record({ changed: fc.subarray(["a", "b", "c"]), removed: fc.subarray(["a", "b", "c"]) });
    const edited = (from: string[], { changed, removed }: { changed: string[]; removed: string[] }) => ({
      title: "T",
      paragraphs: base.paragraphs
        .filter(({ id }) => !removed.some((one) => from[["a", "b", "c"].indexOf(one)] === id))
        .map((one) =>
          changed.some((id) => from[["a", "b", "c"].indexOf(id)] === one.id)
            ? { ...one, text: `${one.text} new` }
            : one,
        ),
    });
    fc.assert(
      fc.property(edit, edit, (one, other) => {
        const first = edited(["a", "b", "c"], one);
        const second = edited(["d", "e", "f"], other);
        expect(merge(base, first, second)).toEqual(merge(base, second, first));
        expect(merge(base, first, second).conflicts).toEqual([]);
      }),
    );
  });

  const base = of(paragraph("a"), paragraph("b"), paragraph("c"));
  const ids = (text: { paragraphs: readonly Mergeable[] }) => text.paragraphs.map(({ id }) => id).join("");

  it("keeps the insertions of both, theirs first", () => {
    const theirs = of(paragraph("a"), paragraph("t"), paragraph("b"), paragraph("c"));
    const mine = of(paragraph("a"), paragraph("m"), paragraph("b"), paragraph("c"));
    expect(ids(merge(base, theirs, mine).merged)).toBe("atmbc");
  });

  it("keeps a move of one and words of the other", () => {
    const theirs = of(paragraph("c"), paragraph("a"), paragraph("b"));
    const mine = of(paragraph("a"), paragraph("b"), paragraph("c", "other words"));
    const { merged, conflicts } = merge(base, theirs, mine);
    expect(ids(merged)).toBe("cab");
    expect(merged.paragraphs[0]?.text).toBe("other words");
    expect(conflicts).toEqual([]);
  });

  it("joins a change of words with one of level, of holders or of what is cited", () => {
    const holders = [{ bracket: "x|y", option: 0, by: ["o"] }];
    const theirs = of(paragraph("a", "a", { level: 1, holders }), paragraph("b"), paragraph("c"));
    const cites = { statementId: "s", paragraphId: "p" };
    const mine = of(paragraph("a", "new", { cites }), paragraph("b"), paragraph("c"));
    expect(merge(base, theirs, mine).merged.paragraphs[0]).toEqual(
      paragraph("a", "new", { level: 1, holders, cites }),
    );
  });

  it("asks where both wrote, and where one wrote what the other removed", () => {
    const theirs = of(paragraph("a", "theirs"), paragraph("b", "theirs"));
    const mine = of(paragraph("a", "mine"), paragraph("c", "mine"));
    const { merged, conflicts } = merge(base, theirs, mine);
    expect(conflicts.map((one) => [one.paragraphId, one.theirs?.text, one.mine?.text])).toEqual([
      ["a", "theirs", "mine"],
      ["b", "theirs", undefined],
      ["c", undefined, "mine"],
    ]);
    expect(merged.paragraphs.map(({ text }) => text).toSorted()).toEqual(["mine", "theirs", "theirs"]);
  });

  it("is quick with long texts", () => {
    const long = (words: (at: number) => string) =>
      of(...Array.from({ length: 3_000 }, (_, at) => paragraph(`p${at}`, words(at))));
    const began = performance.now();
    const theirs = long((at) => (at % 2 ? "theirs" : "base"));
    const mine = { title: "T", paragraphs: long((at) => (at % 2 ? "base" : "mine")).paragraphs.toReversed() };
    const { merged, conflicts } = merge(
      long(() => "base"),
      theirs,
      mine,
    );
    expect(conflicts).toEqual([]);
    expect(merged.paragraphs).toHaveLength(3_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("the longest rise", () => {
  it("rises, is of the numbers in their order, and no longer one is", () => {
    const slow = (numbers: number[]) => {
      const best: number[] = [];
      for (const [at, number] of numbers.entries())
        best.push(
          1 + Math.max(0, ...best.filter((_, other) => other < at && (numbers[other] ?? 0) < number)),
        );
      return Math.max(0, ...best);
    };
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 20 }), (numbers) => {
        const rise = longestRise(numbers);
        expect(rise.every((number, at) => at === 0 || (rise[at - 1] ?? 0) < number)).toBe(true);
        let from = 0;
        for (const number of rise) from = numbers.indexOf(number, from) + 1;
        expect(rise.length === 0 || from > 0).toBe(true);
        expect(rise).toHaveLength(slow(numbers));
      }),
    );
  });
});
