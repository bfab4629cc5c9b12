import { describe, expect, test } from "vitest";
import type { CommitmentProgress } from "@/db/enums";
import {
  commitmentInput,
  editCommitmentInput,
  reportCommitmentInput,
  withdrawCommitmentInput,
} from "@/domain/commitments/input";
import { counting, isOverdue, type Report, type Standing, standing } from "@/domain/commitments/rules";

/** Two summits with a dialogue between them and one after, by the day on which each ended. */
const ended = { first: "2024-09-24", between: "2025-03-01", last: "2025-09-23", after: "2026-02-10" };
type Meeting = keyof typeof ended;
const endOf = (meeting: Meeting) => new Date(`${ended[meeting]}T16:00:00Z`);
const summits = [{ endsAt: endOf("first") }, { endsAt: endOf("last") }];

/** A report at a meeting, written down so many hours after it was over. */
const said = (eventId: Meeting, progress: CommitmentProgress, hours = 0): Report => ({
  eventId,
  progress,
  endsAt: endOf(eventId),
  reportedAt: new Date(endOf(eventId).getTime() + hours * 3_600_000),
});

const years = 20_000;

describe("what stands of a commitment", () => {
  const cases: [string, Report[], typeof summits, Standing][] = [
    ["no summit was held yet", [], [], "not_due"],
    ["a dialogue heard of it, and no summit was held yet", [said("between", "limited")], [], "limited"],
    ["no summit ever heard of it", [], summits, "not_reported"],
    ["the one summit heard of it", [said("first", "not_started")], summits.slice(0, 1), "not_started"],
    ["the last summit heard nothing", [said("first", "substantial")], summits, "not_reported"],
    [
      "a dialogue heard of it, and then the last summit nothing",
      [said("between", "limited")],
      summits,
      "not_reported",
    ],
    [
      "the last summit heard of it",
      [said("first", "limited"), said("last", "substantial")],
      summits,
      "substantial",
    ],
    ["only the last summit heard of it", [said("last", "limited")], summits, "limited"],
    ["a dialogue after the last summit heard of it", [said("after", "substantial")], summits, "substantial"],
    [
      "a dialogue after the last summit heard less than that",
      [said("last", "substantial"), said("after", "limited")],
      summits,
      "limited",
    ],
    ["it was done, and later summits heard nothing", [said("first", "done")], summits, "done"],
    ["it was stopped, and later summits heard nothing", [said("first", "stopped")], summits, "stopped"],
    [
      "it was done, and taken up again at the last summit",
      [said("first", "done"), said("last", "limited")],
      summits,
      "limited",
    ],
    [
      "it was taken up again, and then the last summit heard nothing",
      [said("first", "done"), said("between", "limited")],
      summits,
      "not_reported",
    ],
    [
      "the report of the last summit was put right",
      [said("last", "done"), said("last", "limited", 1)],
      summits,
      "limited",
    ],
    [
      "the report of an older summit was put right after the last one had heard of it",
      [said("last", "limited"), said("first", "substantial", years)],
      summits,
      "limited",
    ],
    [
      "the report of an older summit was put right, and the last one heard nothing",
      [said("first", "limited"), said("first", "substantial", years)],
      summits,
      "not_reported",
    ],
    [
      "what had been done was put right, and the last summit heard nothing",
      [said("first", "done"), said("first", "limited", years)],
      summits,
      "not_reported",
    ],
    [
      "an older summit was put right to done after the last one was silent",
      [said("first", "limited"), said("first", "done", years)],
      summits,
      "done",
    ],
  ];
  test.each(cases)("%s", (_, reports, held, stands) => {
    expect(standing(reports, held)).toBe(stands);
    // In whatever order they are read.
    expect(standing(reports.toReversed(), held.toReversed())).toBe(stands);
  });
});

test("of each meeting the last report counts, in the order they were in", () => {
  const [wrong, first, right, last] = [
    said("last", "done"),
    said("first", "limited"),
    said("last", "limited", 2),
    said("after", "done"),
  ];
  expect(counting([wrong, first, right, last])).toEqual([first, right, last]);
  expect(counting([last, right, first, wrong])).toEqual([last, right, first]);
  expect(counting([])).toEqual([]);
});

test.each<[string | null, Standing, string, boolean]>([
  [null, "not_reported", "2099-01-01", false],
  ["2026-03-02", "limited", "2026-03-02", false],
  ["2026-03-02", "limited", "2026-03-03", true],
  ["2026-03-02", "not_started", "2026-03-03", true],
  ["2026-03-02", "substantial", "2026-03-03", true],
  ["2026-03-02", "not_reported", "2026-03-03", true],
  ["2026-03-02", "not_due", "2026-03-03", true],
  ["2026-03-02", "done", "2026-03-03", false],
  ["2026-03-02", "stopped", "2026-03-03", false],
])("due %s and %s, on %s it is overdue: %s", (dueOn, stands, today, overdue) => {
  expect(isOverdue(dueOn, stands, today)).toBe(overdue);
});

describe("what is entered of a commitment", () => {
  const [one, other] = ["7c9e6679-7425-40de-944b-e07fc1f90ae7", "0f8fad5b-d9cb-469f-a165-70867728950e"];
  const form = (facts: object = {}) => ({
    title: { en: "Buy steel without coal", sv: "" },
    owners: [one],
    madeOn: "2024-09-24",
    ...facts,
  });
  const refused = (facts: object) => {
    const { error } = commitmentInput.safeParse(form(facts));
    return error?.issues.map((issue) => [issue.path.join("."), issue.message]) ?? [];
  };

  test("may be a title in one language, an owner and a day", () => {
    expect(commitmentInput.parse(form())).toEqual({
      title: { en: "Buy steel without coal" },
      measure: {},
      owners: [one],
      statementId: null,
      paragraph: "",
      madeOn: "2024-09-24",
      dueOn: null,
    });
    expect(commitmentInput.parse(form({ title: { en: "", sv: "Köp stål" } })).title).toEqual({
      sv: "Köp stål",
    });
  });

  test("names each owner once, and is sent one box as a string", () => {
    expect(commitmentInput.parse(form({ owners: [one, other, one] })).owners).toEqual([one, other]);
    expect(commitmentInput.parse(form({ owners: other })).owners).toEqual([other]);
  });

  test.each<[string, object, string, string]>([
    ["without a title", { title: { en: " ", sv: "" } }, "title", "validation.oneLanguage"],
    ["without owners", { owners: [] }, "owners", "validation.required"],
    ["with an empty box for an owner", { owners: "" }, "owners", "validation.required"],
    ["with no day", { madeOn: "" }, "madeOn", "validation.day"],
    ["with a day that does not exist", { madeOn: "2026-02-30" }, "madeOn", "validation.day"],
    ["due before it was made", { dueOn: "2024-09-23" }, "dueOn", "validation.endsBeforeStart"],
    ["with a paragraph of no text", { paragraph: "4" }, "statementId", "validation.choice"],
    ["with a text that is no id", { statementId: "4" }, "statementId", "validation.choice"],
  ])("is refused %s", (_, facts, field, message) => {
    expect(refused(facts)).toContainEqual([field, message]);
  });

  test("may be due on the day it was made, and name a text without a paragraph", () => {
    expect(refused({ dueOn: "2024-09-24" })).toEqual([]);
    expect(refused({ statementId: other })).toEqual([]);
    expect(refused({ statementId: other, paragraph: "1 (a)" })).toEqual([]);
  });

  test("is held to the same when it is changed", () => {
    const changed = { ...form({ dueOn: "2024-09-23" }), id: one, revision: "1" };
    expect(editCommitmentInput.safeParse(changed).error?.issues[0]?.path).toEqual(["dueOn"]);
    expect(editCommitmentInput.parse({ ...changed, dueOn: "" })).toMatchObject({ id: one, revision: 1 });
  });

  test("is reported as something, and taken back for a reason", () => {
    const report = { id: one, revision: 1, eventId: other };
    expect(reportCommitmentInput.parse({ ...report, progress: "limited" }).text).toEqual({});
    expect(reportCommitmentInput.safeParse({ ...report, progress: "not_reported" }).success).toBe(false);
    expect(withdrawCommitmentInput.safeParse({ id: one, revision: 1, reason: " " }).success).toBe(false);
  });
});
