import { describe, expect, test } from "vitest";
import { periodInput } from "@/domain/periods/input";
import {
  closedPeriodsOf,
  contains,
  governmentsOf,
  isClosed,
  type Period,
  periodsOf,
} from "@/domain/periods/rules";

const period = (id: string, facts: Partial<Period> = {}): Period => ({
  id,
  kind: "phase",
  name: { en: id },
  organisationId: null,
  fromOn: "2019-09-23",
  toOn: "2024-01-01",
  ...facts,
});
const first = period("Phase 1");
const second = period("LeadIT 2.0", { fromOn: "2024-01-01", toOn: "2027-01-01" });
const cabinet = period("Cabinet", {
  kind: "government",
  organisationId: "se",
  fromOn: "2019-01-21",
  toOn: "2021-07-09",
});
const presidency = period("Presidency", { kind: "presidency", fromOn: "2020-01-01", toOn: "2022-01-01" });
const all = [first, second, cabinet, presidency];
const ids = (periods: Period[]) => periods.map((one) => one.id);
const on = (day: string, facts: object = {}) => ({ day, periodId: null, ...facts });

describe("a period", () => {
  test("has its first day, and not the day on which it was over", () => {
    expect([contains(first, "2019-09-22"), contains(first, "2019-09-23")]).toEqual([false, true]);
    expect([contains(first, "2023-12-31"), contains(first, "2024-01-01")]).toEqual([true, false]);
    expect(contains({ fromOn: "2024-01-01", toOn: null }, "2099-01-01")).toBe(true);
  });

  test("is over from that day on, and never while its end is not known", () => {
    expect([isClosed(first, "2023-12-31"), isClosed(first, "2024-01-01")]).toEqual([false, true]);
    expect(isClosed({ toOn: null }, "2099-01-01")).toBe(false);
  });

  test.each([
    ["2019-09-22", {}, []],
    ["2019-09-23", {}, ["Phase 1"]],
    ["2021-01-01", {}, ["Phase 1", "Presidency"]],
    ["2021-01-01", { governments: new Set(["se"]) }, ["Phase 1", "Cabinet", "Presidency"]],
    ["2021-01-01", { governments: new Set(["in"]) }, ["Phase 1", "Presidency"]],
    ["2021-07-09", { governments: new Set(["se"]) }, ["Phase 1", "Presidency"]],
    ["2024-01-01", {}, ["LeadIT 2.0"]],
    ["2021-01-01", { periodId: "LeadIT 2.0", governments: new Set(["se"]) }, ["LeadIT 2.0"]],
    ["2021-01-01", { periodId: "Cabinet" }, ["Cabinet"]],
  ])("has what is of %s (%o): %o", (day, facts, belongs) => {
    expect(ids(periodsOf(on(day, facts), all))).toEqual(belongs);
  });

  test("is said before a text only once it is over", () => {
    expect(ids(closedPeriodsOf(on("2024-06-01"), all, "2026-12-31"))).toEqual([]);
    expect(ids(closedPeriodsOf(on("2024-06-01"), all, "2027-01-01"))).toEqual(["LeadIT 2.0"]);
  });
});

test("the governments of a text are those whose office its speakers held on its day", () => {
  const held = (organisationId: string | null, fromOn: string, toOn: string | null) => ({
    organisationId,
    fromOn,
    fromPrecision: "day" as const,
    toOn,
  });
  const speakers = [
    { held: [held("se", "2020-01-01", "2022-01-01"), held("in", "2022-01-01", null)] },
    { held: [held(null, "2020-01-01", null)] },
  ];
  expect([...governmentsOf(speakers, "2021-01-01")]).toEqual(["se"]);
  expect([...governmentsOf(speakers, "2022-01-01")]).toEqual(["in"]);
});

test("a government is somebody's, no other period is, and each ends after it begins", () => {
  const organisationId = "0190a000-0000-4000-8000-000000000001";
  const sent = {
    kind: "government",
    name: { en: "Cabinet", sv: "" },
    organisationId,
    fromOn: "2019-01-21",
    toOn: "",
  };
  expect(periodInput.parse(sent)).toMatchObject({ organisationId, toOn: null });
  expect(periodInput.parse({ ...sent, kind: "phase" })).toMatchObject({ organisationId: null });
  expect(periodInput.safeParse({ ...sent, organisationId: "" }).success).toBe(false);
  expect(periodInput.safeParse({ ...sent, toOn: "2019-01-21" }).success).toBe(false);
  expect(periodInput.safeParse({ ...sent, name: { en: "", sv: "" } }).success).toBe(false);
});
