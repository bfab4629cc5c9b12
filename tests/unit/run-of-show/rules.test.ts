import { describe, expect, it } from "vitest";
import { cueInput } from "@/domain/run-of-show/input";
import {
  asForm,
  clockOf,
  cueState,
  minutesLate,
  minutesOf,
  nowAfter,
  plannedAt,
  sheetOf,
} from "@/domain/run-of-show/rules";

const zone = "Europe/Stockholm";
const item = {
  id: "i",
  startsAt: new Date("2026-06-10T07:00:00Z"),
  endsAt: new Date("2026-06-10T08:00:00Z"),
};
const hung = { anchor: "item_start" as const, itemId: "i", day: null, offsetMinutes: -15 };

describe("when a row is planned for", () => {
  it("is so many minutes from the start or the end of its item", () => {
    expect(plannedAt(hung, item, zone)).toEqual(new Date("2026-06-10T06:45:00Z"));
    expect(plannedAt({ ...hung, anchor: "item_end", offsetMinutes: 5 }, item, zone)).toEqual(
      new Date("2026-06-10T08:05:00Z"),
    );
  });

  it("is not said where the item has no time or is gone", () => {
    expect(plannedAt(hung, undefined, zone)).toBeNull();
    expect(plannedAt(hung, { id: "i", startsAt: null, endsAt: null }, zone)).toBeNull();
  });

  it("is by the clock of the event on a day, also where the clocks are changed", () => {
    const day = (on: string, offsetMinutes: number) =>
      plannedAt({ anchor: "day", itemId: null, day: on, offsetMinutes }, undefined, zone);
    expect(day("2026-06-10", minutesOf("06:30"))).toEqual(new Date("2026-06-10T04:30:00Z"));
    expect(day("2026-03-29", minutesOf("02:30"))).toBeNull();
    expect(day("2026-10-25", minutesOf("02:30"))).toEqual(new Date("2026-10-25T00:30:00Z"));
  });
});

describe("where a row stands", () => {
  const planned = new Date("2026-06-10T07:00:00Z");
  it.each([
    ["coming", planned, null, "2026-06-10T07:00:59Z"],
    ["late", planned, null, "2026-06-10T07:01:00Z"],
    ["done", planned, new Date("2026-06-10T09:00:00Z"), "2026-06-10T10:00:00Z"],
    ["untimed", null, null, "2026-06-10T10:00:00Z"],
  ])("%s", (state, at, doneAt, moment) => {
    expect(cueState({ planned: at, doneAt }, new Date(moment))).toBe(state);
  });

  it("counts whole minutes, also early ones", () => {
    expect(minutesLate(planned, new Date("2026-06-10T07:04:59Z"))).toBe(4);
    expect(minutesLate(planned, new Date("2026-06-10T06:58:00Z"))).toBe(-2);
  });
});

describe("the sheet", () => {
  const row = (id: string, time: string | null, position: number) => ({
    id,
    planned: time ? new Date(time) : null,
    position,
  });
  const sheet = sheetOf(
    [item],
    [
      row("second", "2026-06-10T07:00:00Z", 2),
      row("first", "2026-06-10T07:00:00Z", 1),
      row("before", "2026-06-10T06:30:00Z", 3),
      row("late-night", "2026-06-10T22:30:00Z", 0),
      row("none", null, 0),
    ],
    zone,
  );

  it("goes by the event's days and by time; an item before its rows, rows of one time in their order", () => {
    const ids = sheet.days.map(({ day, lines }) => [
      day,
      ...lines.map((line) => (line.kind === "item" ? line.item.id : line.row.id)),
    ]);
    expect(ids).toEqual([
      ["2026-06-10", "before", "i", "first", "second"],
      ["2026-06-11", "late-night"],
    ]);
    expect(sheet.untimed.map(({ id }) => id)).toEqual(["none"]);
  });

  it("marks now on its day alone", () => {
    const lines = sheet.days[0]?.lines ?? [];
    expect(nowAfter("2026-06-10", lines, zone, new Date("2026-06-10T06:45:00Z"))).toBe(1);
    expect(nowAfter("2026-06-10", lines, zone, new Date("2026-06-10T20:00:00Z"))).toBe(4);
    expect(nowAfter("2026-06-10", lines, zone, new Date("2026-06-11T06:45:00Z"))).toBeNull();
  });
});

describe("the form of a row", () => {
  const form = { eventId: "7d4cbf7e-52c3-4a76-9b31-93a6bba0d3ac", anchor: "item_start", cue: "Doors" };

  it("asks for an item, or for a day and a time", () => {
    const wrong = (sent: object) =>
      cueInput.safeParse(sent).error?.issues.map((issue) => issue.path.join("."));
    expect(wrong(form)).toEqual(["itemId"]);
    expect(wrong({ ...form, anchor: "day" })).toEqual(["day", "clock"]);
    expect(wrong({ ...form, anchor: "day", day: "2026-06-10", clock: "24:00" })).toEqual(["clock"]);
    expect(wrong({ ...form, anchor: "day", day: "2026-06-10", clock: "09:05" })).toBeUndefined();
  });

  it("holds what was saved", () => {
    const words = { cue: "Doors", owner: "", place: "", note: "", plannedMinutes: null };
    expect(
      asForm({ ...words, anchor: "day", itemId: null, day: "2026-06-10", offsetMinutes: 545 }),
    ).toMatchObject({
      clock: "09:05",
      offsetMinutes: 0,
      itemId: "",
    });
    expect(clockOf(minutesOf("23:59"))).toBe("23:59");
  });
});
