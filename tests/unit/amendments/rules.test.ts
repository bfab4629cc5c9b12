import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AmendmentKind } from "@/db/enums";
import { applied, consolidated } from "@/domain/amendments/applying/rules";
import { beginning, renewed } from "@/domain/amendments/beginning/rules";
import {
  type Amended,
  canRebase,
  conflict,
  groupsOf,
  type Misfit,
  misfitOf,
  obstaclesToAccepting,
  type Para,
} from "@/domain/amendments/rules";
import { difference } from "@/domain/statements/rules";

const para = (id: string, text = `Words of ${id}.`): Para => ({ id, kind: "operative", text });
const text = { title: "On steel", paragraphs: ["a", "b", "c", "d"].map((id) => para(id)) };
let made = 0;
const newId = () => `new-${++made}`;

/** One amendment of each kind, to paragraph b. */
const kinds: Record<AmendmentKind, Amended> = {
  replace: amendment("replace", ["b"], { text: "Other words." }),
  insert_after: amendment("insert_after", ["b"], { text: "More words.", kind: "operative" }),
  delete: amendment("delete", ["b"], {}),
  move: amendment("move", ["b"], { afterId: "d" }),
  split: amendment("split", ["b"], { parts: ["Words", "of b."] }),
  merge: amendment("merge", ["b", "c"], { text: "Words of b and c." }),
  retitle: { ...amendment("retitle", [], { title: "On green steel" }), paragraphId: null },
};

function amendment(kind: AmendmentKind, ids: string[], proposal: Amended["proposal"]): Amended {
  return {
    kind,
    paragraphId: ids[0] ?? null,
    base: ids.map((id) => para(id)),
    baseTitle: "On steel",
    proposal,
  };
}

/** What may have happened to the text since. */
const states = {
  unchanged: text,
  edited: {
    ...text,
    paragraphs: text.paragraphs.map((one) => (one.id === "b" ? para("b", "Edited.") : one)),
  },
  moved: { ...text, paragraphs: ["a", "c", "b", "d"].map((id) => para(id)) },
  deleted: { ...text, paragraphs: text.paragraphs.filter(({ id }) => id !== "b") },
  split: {
    ...text,
    paragraphs: [para("a"), para("b", "Words"), para("e", "of b."), para("c"), para("d")],
  },
  retitled: { ...text, title: "On iron" },
};

const matrix: Record<AmendmentKind, Partial<Record<keyof typeof states, Misfit>>> = {
  replace: { edited: "changed", deleted: "gone", split: "changed" },
  insert_after: { deleted: "anchor_gone" },
  delete: { edited: "changed", deleted: "gone", split: "changed" },
  move: { deleted: "gone" },
  split: { edited: "changed", deleted: "gone", split: "changed" },
  merge: { edited: "changed", deleted: "gone", split: "changed", moved: "not_adjacent" },
  retitle: { retitled: "retitled" },
};

describe("an amendment against the text as it stands", () => {
  for (const [kind, misfits] of Object.entries(matrix)) {
    for (const [state, now] of Object.entries(states)) {
      const expected = misfits[state as keyof typeof states];
      it(`${kind}, ${state}: ${expected ?? "fits"}`, () => {
        expect(misfitOf(kinds[kind as AmendmentKind], now)).toBe(expected);
      });
    }
  }

  it("knows a place that is gone or taken already, and what can be renewed", () => {
    const move = kinds.move;
    expect(misfitOf(move, { ...text, paragraphs: ["a", "b", "c"].map((id) => para(id)) })).toBe(
      "anchor_gone",
    );
    expect(misfitOf(move, { ...text, paragraphs: ["a", "c", "d", "b"].map((id) => para(id)) })).toBe(
      "in_place",
    );
    expect(misfitOf(amendment("move", ["a"], { afterId: null }), text)).toBe("in_place");
    const renewable = ["changed", "not_adjacent", "retitled"];
    for (const misfit of ["gone", "changed", "anchor_gone", "not_adjacent", "in_place", "retitled"] as const)
      expect(canRebase(misfit)).toBe(renewable.includes(misfit));
  });
});

/** The kinds in order; x where two of them on one paragraph cannot both be taken up. */
const conflicts: Record<AmendmentKind, string> = {
  //             rep ins del mov spl mer ret
  replace: "x.xxxx.",
  insert_after: ".xx.xx.",
  delete: "xxxxxx.",
  move: "x.xxxx.",
  split: "xxxxxx.",
  merge: "xxxxxx.",
  retitle: "......x",
};

describe("two amendments that overlap", () => {
  const all = Object.keys(conflicts) as AmendmentKind[];
  for (const [one, row] of Object.entries(conflicts)) {
    it(`${one} conflicts with what it should`, () => {
      const found = all.map((other) => (conflict(kinds[one as AmendmentKind], kinds[other]) ? "x" : "."));
      expect(found.join("")).toBe(row);
    });
  }

  it("are in one group, also through a third; others stand alone", () => {
    const onC = amendment("replace", ["c"], { text: "C" });
    const onD = amendment("replace", ["d"], { text: "D" });
    const list = [kinds.replace, onD, onC, kinds.merge, kinds.retitle];
    expect(groupsOf(list)).toEqual([[kinds.replace, onC, kinds.merge], [onD], [kinds.retitle]]);
    expect(groupsOf([])).toEqual([]);
  });

  it("keep each other from being taken up", () => {
    const facts = { state: "open", misfit: undefined, others: 0 };
    expect(obstaclesToAccepting(facts)).toEqual([]);
    expect(obstaclesToAccepting({ state: "rejected", misfit: "gone", others: 1 })).toEqual([
      "decided",
      "needs_rebase",
      "conflict_group",
    ]);
  });
});

describe("taking an amendment up", () => {
  const ids = (kind: AmendmentKind) => applied(text, kinds[kind], newId).paragraphs.map(({ id }) => id);

  it("does what its kind says, and says what was done to whole paragraphs", () => {
    expect(ids("insert_after")).toEqual(["a", "b", expect.stringMatching(/^new/), "c", "d"]);
    expect(ids("delete")).toEqual(["a", "c", "d"]);
    expect(ids("move")).toEqual(["a", "c", "d", "b"]);
    expect(ids("merge")).toEqual(["a", "b", "d"]);
    const split = applied(text, kinds.split, () => "e");
    expect(split.paragraphs.map((one) => one.text).slice(1, 3)).toEqual(["Words", "of b."]);
    expect(split.operations).toEqual([{ kind: "split", paragraphId: "b", into: ["b", "e"] }]);
    expect(applied(text, kinds.merge, newId).operations).toEqual([
      { kind: "merge", paragraphIds: ["b", "c"], into: "b" },
    ]);
    expect(applied(text, kinds.retitle, newId).title).toBe("On green steel");
    const first = amendment("insert_after", [], { text: "Before all." });
    expect(applied(text, first, newId).paragraphs[0]?.text).toBe("Before all.");
    const toStart = amendment("move", ["c"], { afterId: null });
    expect(applied(text, toStart, newId).paragraphs[0]?.id).toBe("c");
  });

  it("replaces the words and nothing else: the difference is the proposal", () => {
    const paragraphs = fc.uniqueArray(
      fc.record({ id: fc.uuid(), kind: fc.constant("operative" as const), text: fc.string() }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.string({ minLength: 1 }), (before, nth, words) => {
        const own = before[nth % before.length] as Para;
        fc.pre(own.text !== words);
        const change = { ...amendment("replace", [], { text: words }), paragraphId: own.id, base: [own] };
        const after = applied({ title: "", paragraphs: before }, change, newId);
        const changed = difference(before, after.paragraphs).filter((one) => one.kind !== "same");
        expect(changed).toEqual([
          { kind: "changed", id: own.id, moved: false, before: own, after: { ...own, text: words } },
        ]);
      }),
    );
  });

  it("lets go of whoever held a bracket that is gone", () => {
    const held = { ...para("b", "[x|y] [p|q]"), holders: [hold("x|y"), hold("p|q")] };
    const change = amendment("replace", ["b"], { text: "x [p|q]" });
    const [after] = applied({ title: "", paragraphs: [held] }, change, newId).paragraphs;
    expect(after?.holders).toEqual([hold("p|q")]);
  });
});

const hold = (bracket: string) => ({ bracket, option: 1, by: ["se"] });

describe("one text for several", () => {
  const named = (one: Amended, id: string) => ({ ...one, id });

  it("writes the places the group touches, and puts in only what is settled", () => {
    const group = [
      named(kinds.delete, "1"),
      named(kinds.insert_after, "2"),
      named(amendment("insert_after", ["b"], { text: "Third", kind: "preambular" }), "3"),
    ];
    const written = {
      paragraphs: [
        { id: "b", text: "Agreed." },
        { id: "c", text: "Not asked for." },
      ],
      inserts: [
        { of: "2", text: "Left over." },
        { of: "3", text: "Put in." },
      ],
      moves: [],
    };
    const settled = group.filter(({ id }) => id !== "2");
    const after = consolidated(text, { group, settled }, written, () => "n");
    expect(after.paragraphs.map((one) => [one.id, one.text])).toEqual([
      ["a", "Words of a."],
      ["b", "Agreed."],
      ["n", "Put in."],
      ["c", "Words of c."],
      ["d", "Words of d."],
    ]);
    expect(after.paragraphs[2]?.kind).toBe("preambular");
  });

  it("moves what one of them would move, deletes what is left empty, and retitles", () => {
    const group = [named(kinds.move, "1"), named(kinds.replace, "2")];
    const written = { paragraphs: [{ id: "b", text: "B" }], inserts: [], moves: [{ id: "b", to: "start" }] };
    const after = consolidated(text, { group, settled: group }, written, newId);
    expect(after.paragraphs.map(({ id }) => id)).toEqual(["b", "a", "c", "d"]);
    const emptied = { paragraphs: [{ id: "b", text: "" }], inserts: [], moves: [] };
    expect(consolidated(text, { group, settled: group }, emptied, newId).paragraphs).toHaveLength(3);
    const titles = [named(kinds.retitle, "1"), named(kinds.retitle, "2")];
    const titled = { title: "Both", paragraphs: [], inserts: [], moves: [{ id: "a", to: "d" }] };
    const retitled = consolidated(text, { group: titles, settled: titles }, titled, newId);
    expect(retitled).toMatchObject({ title: "Both", paragraphs: text.paragraphs });
  });
});

describe("the form of an amendment", () => {
  it("begins with the words as they are, and is renewed with what was proposed", () => {
    expect(beginning(text, "replace", "b")).toMatchObject({ text: "Words of b.", paragraphId: "b" });
    expect(beginning(text, "merge", "b")).toMatchObject({ text: "Words of b. Words of c." });
    expect(beginning(text, "merge", "d")).toBeUndefined();
    expect(beginning(text, "replace", "z")).toBeUndefined();
    expect(beginning(text, "insert_after", undefined)).toMatchObject({ paragraphId: "" });
    expect(beginning(text, "retitle", undefined)).toMatchObject({ title: "On steel" });
    const own = { ...kinds.split, id: "1", revision: 2, reason: "Clearer" };
    expect(renewed(own, text)).toMatchObject({ revision: 2, parts: "Words\n\nof b.", reason: "Clearer" });
    expect(renewed({ ...kinds.move, id: "1", revision: 1, reason: "" }, text).afterId).toBe("d");
  });
});
