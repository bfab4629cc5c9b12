import type { CueAnchor } from "@/db/enums";
import { byDay, dayIn, zonedToInstant } from "@/lib/time";

/** What a row hangs on, and how far from it. */
export type Hung = {
  anchor: CueAnchor;
  itemId: string | null;
  day: string | null;
  /** Minutes after (negative: before) what it hangs on; of a day, after its midnight by the clock on the wall. */
  offsetMinutes: number;
};

type Written = { cue: string; owner: string; place: string; note: string; plannedMinutes: number | null };

type Placed = { id: string; startsAt: Date | null; endsAt: Date | null };

const minutes = (count: number) => count * 60_000;

/**
 * When a row is to be done, by the working draft: nothing where its item has no time or was taken out, or where the
 * clocks jump over its time. Of a time that comes twice it is the first.
 */
export function plannedAt(row: Hung, item: Placed | undefined, zone: string): Date | null {
  if (row.anchor === "day") {
    if (!row.day) return null;
    const zoned = zonedToInstant(`${row.day}T${clockOf(row.offsetMinutes)}`, zone);
    if (zoned.kind === "skipped") return null;
    return zoned.kind === "twice" ? zoned.earlier : zoned.instant;
  }
  const from = row.anchor === "item_start" ? item?.startsAt : item?.endsAt;
  return from ? new Date(from.getTime() + minutes(row.offsetMinutes)) : null;
}

/** Minutes after midnight as a clock tells them, "09:05". */
export function clockOf(afterMidnight: number): string {
  const parts = [Math.floor(afterMidnight / 60), afterMidnight % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** "09:05" as minutes after midnight. */
export function minutesOf(clock: string): number {
  const [hours = 0, rest = 0] = clock.split(":").map(Number);
  return hours * 60 + rest;
}

/** Where a row stands at a moment. */
export type CueState = "done" | "late" | "coming" | "untimed";

/** A row is late from the first whole minute after its time in which it is not done. */
export function cueState(row: { planned: Date | null; doneAt: Date | null }, at: Date): CueState {
  if (row.doneAt) return "done";
  if (!row.planned) return "untimed";
  return minutesLate(row.planned, at) > 0 ? "late" : "coming";
}

/** By how many whole minutes something was or is later than planned; negative where it was earlier. */
export function minutesLate(planned: Date, at: Date): number {
  return Math.trunc((at.getTime() - planned.getTime()) / minutes(1));
}

/** A line of a day: an item of the agenda where it begins, or a row. */
export type Line<Item, Row> = { at: Date } & ({ kind: "item"; item: Item } | { kind: "row"; row: Row });

type Ordered = { id: string; planned: Date | null; position: number };

/**
 * The run of show as it is read: by the day in the event's zone, in the order of time; at the same time an item comes
 * before its rows. Rows without a time stand apart, so that none is overlooked.
 */
export function sheetOf<Item extends Placed, Row extends Ordered>(
  items: readonly Item[],
  rows: readonly Row[],
  zone: string,
) {
  const lines: Line<Item, Row>[] = [
    ...items.flatMap((item) => (item.startsAt ? [{ kind: "item" as const, at: item.startsAt, item }] : [])),
    ...rows
      .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .flatMap((row) => (row.planned ? [{ kind: "row" as const, at: row.planned, row }] : [])),
  ];
  const days = byDay(lines, (line) => line.at, zone).map(({ day, items: ofDay }) => ({ day, lines: ofDay }));
  return { days, untimed: rows.filter((row) => row.planned === null) };
}

/**
 * How many lines of a day lie before a moment: the mark "now" stands after them. Nothing on another day, where there is
 * no mark.
 */
export function nowAfter(day: string, lines: readonly { at: Date }[], zone: string, at: Date): number | null {
  if (dayIn(at, zone) !== day) return null;
  return lines.filter((line) => line.at <= at).length;
}

/** Everybody a row is given to, each once, in the order of the language. */
export function ownersOf(rows: readonly { owner: string }[], locale: string): string[] {
  const owners = new Set(rows.map((row) => row.owner).filter((owner) => owner !== ""));
  return [...owners].toSorted((a, b) => a.localeCompare(b, locale));
}

/** A row as its form holds it: what a stale save is shown beside one's own. */
export function asForm(row: Hung & Written) {
  const ofDay = row.anchor === "day";
  return {
    anchor: row.anchor,
    itemId: row.itemId ?? "",
    offsetMinutes: ofDay ? 0 : row.offsetMinutes,
    day: row.day ?? "",
    clock: ofDay ? clockOf(row.offsetMinutes) : "",
    cue: row.cue,
    owner: row.owner,
    place: row.place,
    note: row.note,
    plannedMinutes: row.plannedMinutes ?? "",
  };
}
