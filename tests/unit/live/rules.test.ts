import { describe, expect, it } from "vitest";
import { later } from "@/domain/agenda/later";
import { liveDay, standing } from "@/domain/live/rules";

const on = (day: number, time: string) => `2026-06-${day}T${time}:00.000Z`;
const item = (
  id: string,
  from: string,
  to: string,
  facts: Partial<{ room: string; startedAt: string; endedAt: string }> = {},
) => ({
  id,
  room: facts.room ? { id: facts.room } : null,
  startsAt: on(10, from),
  endsAt: on(10, to),
  startedAt: facts.startedAt ? on(10, facts.startedAt) : null,
  endedAt: facts.endedAt ? on(10, facts.endedAt) : null,
});
const at = (time: string) => new Date(on(10, time));
const ids = (items: { id: string }[]) => items.map((one) => one.id);

describe("what is under way and what is next", () => {
  const opening = item("opening", "09:00", "10:00", { room: "a" });
  const panel = item("panel", "10:00", "11:00", { room: "a" });
  const aside = item("aside", "10:00", "11:00", { room: "b" });

  it("is as planned where nobody notes it", () => {
    const { now, next } = standing([panel, opening, aside], at("09:30"));
    expect([ids(now), ids(next)]).toEqual([["opening"], ["panel", "aside"]]);
    expect(ids(standing([opening, panel], at("08:00")).next)).toEqual(["opening"]);
    expect(standing([opening], at("11:00"))).toEqual({ now: [], next: [] });
  });

  it("goes on past its time until it is ended, and the next of the same room waits", () => {
    const late = { ...opening, startedAt: on(10, "09:05") };
    const over = standing([late, panel, aside], at("10:20"));
    expect([ids(over.now), ids(over.next)]).toEqual([["opening", "aside"], ["panel"]]);
    const ended = { ...late, endedAt: on(10, "10:25") };
    expect(ids(standing([ended, panel], at("10:30")).now)).toEqual(["panel"]);
    // Where somebody has the floor, something is under way, whatever was noted.
    expect(ids(standing([{ ...panel, floor: {} }], at("08:00")).now)).toEqual(["panel"]);
    // What was ended early is over, whatever was planned.
    expect(ids(standing([{ ...late, endedAt: on(10, "09:20") }], at("09:30")).now)).toEqual([]);
  });

  it("is about the day of the moment, else the next with an item, else the last", () => {
    const items = [{ startsAt: on(10, "09:00") }, { startsAt: on(12, "09:00") }];
    const day = (moment: string) => liveDay(items, "Asia/Kolkata", new Date(moment));
    expect(day(on(10, "12:00"))).toBe("2026-06-10");
    // 19:00 UTC is the next day in India.
    expect(day(on(10, "19:00"))).toBe("2026-06-12");
    expect(day(on(20, "12:00"))).toBe("2026-06-12");
  });
});

describe("a delay", () => {
  const timed = (id: string, day: number, from: string, to: string) => ({
    id,
    startsAt: new Date(on(day, from)),
    endsAt: new Date(on(day, to)),
  });
  const [a, b, c, d] = [
    timed("a", 10, "07:00", "08:00"),
    timed("b", 10, "08:00", "09:00"),
    timed("c", 10, "08:30", "09:30"),
    timed("d", 11, "08:00", "09:00"),
  ] as const;
  const how = { minutes: 15, zone: "Europe/Stockholm", begun: new Set<string>() };

  it("moves the item and all that follows it on its day, and nothing of another day", () => {
    expect(later([a, b, c, d], { ...how, from: b })).toEqual([
      timed("b", 10, "08:15", "09:15"),
      timed("c", 10, "08:45", "09:45"),
    ]);
  });

  it("of one under way moves the end, and only what begins after it", () => {
    const begun = new Set(["b"]);
    expect(later([a, b, c, timed("e", 10, "09:00", "10:00")], { ...how, from: b, begun })).toEqual([
      timed("b", 10, "08:00", "09:15"),
      timed("e", 10, "09:15", "10:15"),
    ]);
  });

  it("leaves what has begun where it is", () => {
    expect(ids(later([a, b, c], { ...how, from: a, begun: new Set(["c"]) }))).toEqual(["a", "b"]);
  });
});
