import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reviewSteps } from "@/db/enums";
import { remarkInput } from "@/domain/announcements/review/input";
import {
  approvedOf,
  isUnreviewed,
  obstaclesToApproving,
  obstaclesToSubmitting,
  readyOf,
  reviewState,
} from "@/domain/announcements/review/rules";

const at = (minute: number) => new Date(Date.UTC(2026, 2, 9, 9, minute));
const steps = (...names: (typeof reviewSteps)[number][]) =>
  names.map((step, minute) => ({ revisionId: "r1", step, at: at(minute) }));

describe("where a revision stands", () => {
  test.each([
    ["draft", []],
    ["draft", ["remarked"]],
    ["submitted", ["submitted"]],
    ["submitted", ["submitted", "remarked"]],
    ["returned", ["submitted", "returned"]],
    ["submitted", ["submitted", "returned", "submitted"]],
    ["approved", ["submitted", "approved"]],
    ["approved", ["submitted", "approved", "remarked"]],
  ] as const)("%s after %j", (state, names) => {
    expect(reviewState(steps(...names), "r1")).toBe(state);
    expect(reviewState(steps(...names), "r2")).toBe("draft");
  });

  test("an approval is for good and of that revision only", () => {
    const step = fc.record({
      revisionId: fc.constantFrom("r1", "r2"),
      step: fc.constantFrom(...reviewSteps),
      at: fc.nat({ max: 50 }).map(at),
    });
    fc.assert(
      fc.property(fc.array(step), (all) => {
        const approved = all.some((one) => one.revisionId === "r1" && one.step === "approved");
        expect(reviewState(all, "r1") === "approved").toBe(approved);
        expect(approvedOf(all).has("r1")).toBe(approved);
      }),
    );
  });
});

describe("what stands in the way", () => {
  test("of submitting: no text, asked already, approved already", () => {
    expect(obstaclesToSubmitting(undefined)).toEqual(["no_text"]);
    expect(obstaclesToSubmitting("draft")).toEqual([]);
    expect(obstaclesToSubmitting("returned")).toEqual([]);
    expect(obstaclesToSubmitting("submitted")).toEqual(["submitted_already"]);
    expect(obstaclesToSubmitting("approved")).toEqual(["approved_already"]);
  });

  const sound = { state: "submitted", savedBy: "a", by: "b", forced: false } as const;
  test.each([
    [[], {}],
    [["own_text"], { by: "a" }],
    [["not_submitted"], { state: "draft" }],
    [["not_submitted"], { state: "returned" }],
    [["approved_already"], { state: "approved" }],
    [[], { state: "draft", forced: true }],
    [["own_text"], { state: "draft", forced: true, by: "a" }],
    // Nobody is known to have saved it: it came with the house.
    [[], { savedBy: null, by: null }],
  ] as const)("of approving: %j where %j", (codes, facts) => {
    expect(obstaclesToApproving({ ...sound, ...facts })).toEqual(codes);
  });
});

test("what was forced is marked until that very revision is approved", () => {
  const forced = { revisionId: "r1", forcedReason: "The minister speaks.", withdrawnAt: null };
  expect(isUnreviewed(forced, new Set())).toBe(true);
  expect(isUnreviewed(forced, new Set(["r2"]))).toBe(true);
  expect(isUnreviewed(forced, new Set(["r1"]))).toBe(false);
  expect(isUnreviewed({ ...forced, forcedReason: "" }, new Set())).toBe(false);
  expect(isUnreviewed({ ...forced, withdrawnAt: at(0) }, new Set())).toBe(false);
});

test("what can go out is the latest approved, whatever was drafted since", () => {
  const head = (locale: "en" | "sv", number: number) => ({ id: `${locale}${number}`, locale, number });
  const heads = [head("en", 3), head("en", 1), head("en", 2), head("sv", 1)];
  expect(readyOf(heads, new Set(["en1", "en2"]))).toEqual({ en: head("en", 2) });
  expect(readyOf(heads, new Set())).toEqual({});
});

test("a remark says something", () => {
  const id = "7d3f1c9e-2a55-4c4e-9d1b-0f3b3c1e5a10";
  const sent = { id, revisionId: id, step: "returned", remark: "  " };
  expect(remarkInput.safeParse(sent).success).toBe(false);
  expect(remarkInput.safeParse({ ...sent, remark: "Say who." }).success).toBe(true);
  expect(remarkInput.safeParse({ ...sent, step: "approved", remark: "x" }).success).toBe(false);
});
