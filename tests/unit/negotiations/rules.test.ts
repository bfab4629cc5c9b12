import { expect, it } from "vitest";
import { mayRead } from "@/domain/comments/rules";
import { labelOf, obstaclesToCirculating } from "@/domain/negotiations/rules";
import { tableOf } from "@/domain/negotiations/table/rules";

it("names revisions: the zero draft, REV.n, and working texts by their number", () => {
  expect(labelOf({ number: 4, circulation: 0 })).toEqual({ key: "zero", number: 0 });
  expect(labelOf({ number: 9, circulation: 2 })).toEqual({ key: "rev", number: 2 });
  expect(labelOf({ number: 5, circulation: null })).toEqual({ key: "working", number: 5 });
});

it("sends round only what there is, to somebody, once", () => {
  const facts = {
    paragraphs: 1,
    parties: 1,
    adopted: false,
    latest: true,
    circulated: false,
    problems: false,
  };
  expect(obstaclesToCirculating(facts)).toEqual([]);
  expect(
    obstaclesToCirculating({
      paragraphs: 0,
      parties: 0,
      adopted: true,
      latest: false,
      circulated: true,
      problems: true,
    }),
  ).toEqual(["no_text", "no_parties", "adopted", "not_latest", "circulated", "problems"]);
});

it("lets the secretariat read every comment, a party its own and those meant for it", () => {
  const party = (drafting: boolean) => ({ kind: "party" as const, organisationId: "se", drafting });
  for (const audience of ["secretariat", "drafting_group", "members"] as const) {
    const theirs = { audience, organisationId: "in" };
    expect(mayRead({ kind: "secretariat" }, theirs)).toBe(true);
    expect(mayRead(party(false), { audience, organisationId: "se" })).toBe(true);
    expect(mayRead(party(false), theirs)).toBe(audience === "members");
    expect(mayRead(party(true), theirs)).toBe(audience !== "secretariat");
  }
});

it("is laid out as a table of what each party has where", () => {
  const paragraph = (id: string, text = id) => ({ id, text });
  const held = { ...paragraph("b", "[x|]"), holders: [{ bracket: "x|", option: 1, by: ["se"] }] };
  const base = { state: "open", sponsors: [] };
  const amendments = [
    {
      ...base,
      id: "1",
      number: 1,
      kind: "replace",
      paragraphId: "a",
      organisationId: "se",
      sponsors: [{ id: "in" }],
    },
    { ...base, id: "2", number: 2, kind: "retitle", paragraphId: null, organisationId: "in" },
    { ...base, id: "3", number: 3, kind: "insert_after", paragraphId: null, organisationId: "in" },
    { ...base, id: "4", number: 4, kind: "delete", paragraphId: "z", organisationId: "se" },
  ];
  const comments = [
    { id: "c", paragraphId: null, amendmentId: "1", organisationId: null },
    { id: "d", paragraphId: "b", amendmentId: null, organisationId: "in" },
  ];
  const rows = tableOf([paragraph("a"), held], amendments, comments);
  expect(rows.map(({ key, kind }) => `${kind} ${key}`)).toEqual([
    "title title",
    "beginning beginning",
    "paragraph a",
    "paragraph b",
    "gone z",
  ]);
  const cell = (row: number, party: string | null) => rows[row]?.cells.get(party);
  expect(cell(2, "se")?.proposes.map(({ id }) => id)).toEqual(["1"]);
  expect(cell(2, "in")?.sponsors.map(({ id }) => id)).toEqual(["1"]);
  expect(cell(2, null)?.says).toHaveLength(1);
  expect(cell(3, "se")?.holds).toEqual([""]);
  expect(cell(3, "in")?.says).toHaveLength(1);
});
