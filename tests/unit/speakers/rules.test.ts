import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  classOf,
  clockState,
  clockText,
  isOnRecord,
  leftAt,
  limitFor,
  usedAt,
  usualLimits,
} from "@/domain/speakers/rules";

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 10, 7, 0, seconds));

describe("the clock of a speaker", () => {
  it("counts what was used and what runs, and stands while it is paused", () => {
    expect(usedAt({ runningSince: at(10), usedMs: 5_000 }, at(25))).toBe(20_000);
    expect(usedAt({ runningSince: null, usedMs: 5_000 }, at(25))).toBe(5_000);
    // A clock that is told to run from later on has used nothing more.
    expect(usedAt({ runningSince: at(30), usedMs: 0 }, at(25))).toBe(0);
    expect(leftAt({ runningSince: at(0), usedMs: 0, limitSeconds: 180 }, at(190))).toBe(-10_000);
  });

  it("tells the same however often it was paused and read", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 12 }), (steps) => {
        let [timer, moment, ran] = [{ runningSince: at(0) as Date | null, usedMs: 0 }, 0, 0];
        for (const step of steps) {
          if (timer.runningSince) ran += step;
          moment += step;
          const usedMs = usedAt(timer, at(moment));
          timer = { usedMs, runningSince: timer.runningSince ? null : at(moment) };
        }
        expect(timer.usedMs).toBe(ran * 1_000);
      }),
    );
  });

  it("is printed in minutes and seconds, after the end with what it is over", () => {
    expect([180_000, 125_001, 59_999, 0, -12_000, -65_500].map(clockText)).toEqual([
      "3:00",
      "2:06",
      "1:00",
      "0:00",
      "−0:12",
      "−1:05",
    ]);
    expect([31_000, 30_000, 1, 0, -1].map(clockState)).toEqual(["left", "soon", "soon", "over", "over"]);
  });
});

it("gives a class its limit, and whoever speaks for a group at least that of groups", () => {
  expect(limitFor(usualLimits, { of: "minister", onBehalfOf: "" })).toBe(180);
  expect(limitFor(usualLimits, { of: "minister", onBehalfOf: "G77" })).toBe(300);
  const long = { ...usualLimits, head_of_state: 420 };
  expect(limitFor(long, { of: "head_of_state", onBehalfOf: "G77" })).toBe(420);
});

it("takes the class from the level, and calls other whatever has no class of its own", () => {
  expect(classOf("head_of_government")).toBe("head_of_government");
  expect(classOf("chief_executive")).toBe("other");
});

it("tells the public who speaks in public items on the record alone", () => {
  const item = { kind: "plenary", audience: "public", attribution: "on_record" } as const;
  expect(isOnRecord(item)).toBe(true);
  expect(isOnRecord({ ...item, audience: "participants" })).toBe(false);
  expect(isOnRecord({ ...item, attribution: "chatham_house" })).toBe(false);
  expect(isOnRecord({ ...item, attribution: "closed" })).toBe(false);
  expect(isOnRecord({ ...item, kind: "hold" })).toBe(false);
});
