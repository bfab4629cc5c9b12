import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProcedureAnswer, ProcedureState } from "@/db/enums";
import {
  answersOf,
  mayAnswer,
  obstaclesToOpening,
  outcome,
  phaseOf,
  refusalToAnswer,
  reminderDue,
} from "@/domain/procedures/rules";

const opensAt = new Date("2026-03-01T10:00:00Z");
const deadline = new Date("2026-03-04T10:00:00Z");
const times = { opensAt, deadline };
const shifted = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const open = { ...times, state: "open" as ProcedureState };

describe("an answer", () => {
  it.each([
    ["a millisecond before the opening", shifted(opensAt, -1), "procedure_not_open_yet"],
    ["at the opening", opensAt, undefined],
    ["a millisecond before the deadline", shifted(deadline, -1), undefined],
    ["at the deadline", deadline, "deadline_passed"],
    ["a millisecond after the deadline", shifted(deadline, 1), "deadline_passed"],
  ])("%s", (_, at, refusal) => {
    expect(refusalToAnswer(open, at)).toBe(refusal);
  });

  it("is taken at the old deadline where that was moved, and not at the new one", () => {
    const extended = { ...open, deadline: shifted(deadline, 60_000) };
    expect(refusalToAnswer(extended, deadline)).toBeUndefined();
    expect(refusalToAnswer(extended, extended.deadline)).toBe("deadline_passed");
  });

  it("is never taken once the procedure has ended, whatever the hour", () => {
    for (const state of ["adopted", "broken", "failed", "cancelled"] as const) {
      expect(refusalToAnswer({ ...times, state }, opensAt)).toBe("procedure_ended");
      expect(phaseOf({ ...times, state }, shifted(deadline, 1))).toBe("ended");
    }
  });

  it("is one of those the procedure asks for", () => {
    expect(mayAnswer("silence", "objects")).toBe(true);
    expect(mayAnswer("silence", "consents")).toBe(false);
    expect(mayAnswer("written", "for")).toBe(false);
    expect(mayAnswer("vote", "objects")).toBe(false);
    expect(answersOf.vote).toEqual(["for", "against", "abstains"]);
  });
});

describe("the outcome", () => {
  const facts = { entitled: 10, required: null, majority: "simple" as const };
  const times_ = (answer: ProcedureAnswer, n: number) => Array<ProcedureAnswer>(n).fill(answer);

  it("of silence is adoption unless somebody objected", () => {
    expect(outcome({ ...facts, kind: "silence", answers: [] })).toBe("adopted");
    expect(outcome({ ...facts, kind: "silence", answers: ["objects"] })).toBe("failed");
  });

  it.each([
    ["all consent", 10, 0, null, "adopted"],
    ["one of ten is silent", 9, 0, null, "failed"],
    ["as many as required", 6, 0, 6, "adopted"],
    ["one fewer than required", 5, 0, 6, "failed"],
    ["enough, and one objects", 9, 1, 6, "failed"],
  ] as const)("of a written procedure where %s", (_, consents, objects, required, said) => {
    const answers = [...times_("consents", consents), ...times_("objects", objects)];
    expect(outcome({ ...facts, kind: "written", required, answers })).toBe(said);
  });

  it.each([
    ["simple", 3, 2, 0, null, "adopted"],
    ["simple", 2, 2, 6, null, "failed"],
    ["simple", 0, 0, 10, null, "failed"],
    ["simple", 0, 0, 0, null, "failed"],
    ["simple", 1, 0, 0, null, "adopted"],
    ["simple", 3, 2, 0, 6, "failed"],
    ["simple", 3, 2, 1, 6, "adopted"],
    ["two_thirds", 4, 2, 0, null, "adopted"],
    ["two_thirds", 5, 3, 0, null, "failed"],
    ["two_thirds", 4, 2, 4, null, "adopted"],
    ["unanimous", 5, 0, 5, null, "adopted"],
    ["unanimous", 9, 1, 0, null, "failed"],
    ["unanimous", 0, 0, 10, null, "failed"],
  ] as const)(
    "of a vote by %s majority, %i : %i : %i of %s ballots",
    (majority, yes, no, abstain, required, said) => {
      const answers = [...times_("for", yes), ...times_("against", no), ...times_("abstains", abstain)];
      expect(outcome({ ...facts, kind: "vote", majority, required, answers })).toBe(said);
    },
  );

  it("of a vote never gets worse by one more in favour, nor better by one more against", () => {
    const rank = { failed: 0, adopted: 1 };
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<ProcedureAnswer>("for", "against", "abstains"), { maxLength: 30 }),
        fc.constantFrom("simple", "two_thirds", "unanimous"),
        (answers, majority) => {
          const decide = (all: ProcedureAnswer[]) =>
            rank[
              outcome({
                kind: "vote",
                answers: all,
                entitled: 40,
                required: null,
                majority: majority as "simple",
              })
            ];
          expect(decide([...answers, "for"])).toBeGreaterThanOrEqual(decide(answers));
          expect(decide([...answers, "against"])).toBeLessThanOrEqual(decide(answers));
        },
      ),
    );
  });
});

describe("opening", () => {
  const paragraph = { kind: "operative", text: "We agree." };
  const facts = {
    ...times,
    adopted: false,
    latest: { id: "r2", paragraphs: [paragraph] },
    revisionId: "r2",
    procedureOpen: false,
    entitled: 3,
    required: null as number | null,
  };

  it("is free where nothing stands in its way", () => {
    expect(obstaclesToOpening(facts, opensAt)).toEqual([]);
  });

  it.each([
    ["adopted", { adopted: true }],
    ["no_text", { latest: { id: "r2", paragraphs: [{ kind: "heading", text: "On steel" }] } }],
    ["not_latest", { revisionId: "r1" }],
    [
      "brackets",
      { latest: { id: "r2", paragraphs: [{ ...paragraph, text: "We agree [by 2030|by 2035]." }] } },
    ],
    ["procedure_open", { procedureOpen: true }],
    ["nobody_entitled", { entitled: 0 }],
    ["required_too_many", { required: 4 }],
    ["deadline_not_later", { deadline: opensAt }],
  ])("is refused: %s", (code, wrong) => {
    expect(obstaclesToOpening({ ...facts, ...wrong }, opensAt)).toContain(code);
  });

  it("is refused in the past", () => {
    expect(obstaclesToOpening(facts, shifted(opensAt, 1))).toEqual(["in_the_past"]);
  });
});

describe("reminders", () => {
  const minutesBefore = (minutes: number) => shifted(deadline, -minutes * 60_000);

  it("are due a day and two hours before, and after a pause only the last", () => {
    expect(reminderDue(times, minutesBefore(1_441))).toBeNull();
    expect(reminderDue(times, minutesBefore(1_440))).toBe(1_440);
    expect(reminderDue(times, minutesBefore(121))).toBe(1_440);
    expect(reminderDue(times, minutesBefore(120))).toBe(120);
    expect(reminderDue(times, shifted(deadline, -1))).toBe(120);
    expect(reminderDue(times, deadline)).toBeNull();
  });

  it("are left out where the procedure is too short for them", () => {
    const day = { opensAt: minutesBefore(1_440), deadline };
    expect(reminderDue(day, minutesBefore(1_440))).toBeNull();
    expect(reminderDue(day, minutesBefore(120))).toBe(120);
    const hour = { opensAt: minutesBefore(60), deadline };
    expect(reminderDue(hour, minutesBefore(30))).toBeNull();
  });
});
