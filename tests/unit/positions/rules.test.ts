import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organisationKinds, type PositionKind, positionKinds } from "@/db/enums";
import { givePositionInput } from "@/domain/positions/input";
import {
  columnOf,
  countOn,
  counts,
  notesOf,
  overlaps,
  positionState,
  referencesOf,
  standsOn,
} from "@/domain/positions/rules";

const days = ["2026-01-01", "2026-01-02", "2026-01-04", "2026-01-05"];
const day = fc.constantFrom(...days);
const verifiedAt = new Date("2026-01-01T00:00:00Z");

describe("a position on a day", () => {
  it("stands from its day to the day before it ends", () => {
    const position = { givenOn: "2026-01-02", withdrawnOn: "2026-01-05" };
    expect(days.map((one) => standsOn(position, one))).toEqual([false, true, true, false]);
  });

  it("that ended on the day it was given never stood", () => {
    const position = { givenOn: "2026-01-02", withdrawnOn: "2026-01-02" };
    expect(days.some((one) => standsOn(position, one))).toBe(false);
    expect(overlaps(position, "2026-01-01")).toBe(false);
  });

  it("overlaps the next exactly where both stand on some day", () => {
    fc.assert(
      fc.property(day, day, day, (a, b, givenOn) => {
        const ended = { givenOn: a < b ? a : b, withdrawnOn: a < b ? b : a };
        const every = ["2025-12-31", ...days, "2026-01-03", "2026-01-09"];
        const both = every.some((one) => standsOn(ended, one) && givenOn <= one);
        // Days between those named count too: where the earlier ends later than the next is given, they meet.
        expect(overlaps(ended, givenOn)).toBe(
          both || (ended.givenOn < ended.withdrawnOn && givenOn < ended.withdrawnOn),
        );
      }),
    );
  });

  it("is to verify, live or ended", () => {
    expect(positionState({ verifiedAt: null, withdrawnOn: null })).toBe("to_verify");
    expect(positionState({ verifiedAt, withdrawnOn: null })).toBe("live");
    expect(positionState({ verifiedAt: null, withdrawnOn: "2026-01-01" })).toBe("withdrawn");
  });
});

describe("counting", () => {
  it("adds up to those who endorse; who does not is apart, and what is not verified is nowhere", () => {
    const position = fc.record({
      kind: fc.constantFrom(...positionKinds),
      organisationKind: fc.constantFrom(...organisationKinds),
      givenOn: day,
      withdrawnOn: fc.option(fc.constant("2026-01-05")),
      verifiedAt: fc.option(fc.constant(verifiedAt)),
    });
    fc.assert(
      fc.property(fc.array(position), day, (all, on) => {
        const counted = countOn(all, on);
        const standing = all.filter((one) => one.verifiedAt && standsOn(one, on));
        expect(counted.country + counted.company + counted.other).toBe(counted.total);
        expect(counted.total).toBe(standing.filter((one) => one.kind !== "does_not_endorse").length);
        expect(counted.total + counted.against).toBe(standing.length);
      }),
    );
  });

  it("takes all but a refusal for an endorsement, and puts every kind in a column", () => {
    expect(positionKinds.filter((kind) => !counts(kind))).toEqual(["does_not_endorse"]);
    expect(organisationKinds.map(columnOf)).toEqual([
      "country",
      "company",
      "other",
      "other",
      "other",
      "other",
    ]);
  });
});

describe("what is said beside an endorsement", () => {
  const said = (id: string, kind: PositionKind, paragraphIds: string[]) => ({
    id,
    kind,
    name: { en: id },
    text: "but",
    paragraphIds,
  });

  it("is numbered and stands at the paragraphs it names", () => {
    const { sayings, notes } = notesOf(
      [
        said("x", "endorses", []),
        said("y", "endorses_with_reservation", ["a"]),
        said("no", "does_not_endorse", ["a"]),
        said("z", "disassociates", ["a", "b"]),
        said("w", "explanation", []),
      ],
      (name) => name.en ?? "",
    );
    expect(sayings.map((one) => [one.number, one.id])).toEqual([
      [1, "y"],
      [2, "z"],
      [3, "w"],
    ]);
    expect(notes.get("a")?.map((note) => note.number)).toEqual([1, 2]);
    expect(notes.get("b")?.map((note) => note.name)).toEqual(["z"]);
  });

  it("speaks of paragraphs by number, or by their first words without marks", () => {
    const references = referencesOf(
      [
        {
          id: "a",
          kind: "preambular",
          text: "*Recalling* [the goals](https://example.org) of the agreement that we made in Paris",
        },
        { id: "b", kind: "operative", text: "One." },
        { id: "c", kind: "operative", text: "Sub.", level: 1 },
      ],
      "en",
    );
    expect(references.get("b")).toBe("1");
    expect(references.get("c")).toBe("1 (a)");
    expect(references.get("a")).toMatch(/^“Recalling the goals of the .*…”$/);
  });
});

describe("the form of a position", () => {
  const id = crypto.randomUUID();
  const form = { id, kind: "endorses", givenOn: "2026-03-01", replaces: "" };
  const wrong = (sent: object) =>
    givePositionInput.safeParse({ ...form, ...sent }).error?.issues.map((one) => one.path[0]);

  it("wants the words of a reservation and of an explanation, and the paragraphs of a disassociation", () => {
    expect(wrong({})).toBeUndefined();
    expect(wrong({ kind: "endorses_with_reservation" })).toEqual(["text"]);
    expect(wrong({ kind: "explanation" })).toEqual(["text"]);
    expect(wrong({ kind: "disassociates" })).toEqual(["paragraphIds"]);
    expect(wrong({ kind: "disassociates", paragraphIds: id })).toBeUndefined();
    expect(wrong({ kind: "does_not_endorse" })).toBeUndefined();
  });
});
