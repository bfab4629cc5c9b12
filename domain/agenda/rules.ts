import {
  type AgendaItemKind,
  type Confirmation,
  type FindingKind,
  findingKinds,
  type Presence,
} from "@/db/enums";

/** A room as the check of an agenda sees it; a capacity that is null is not known. */
export type CheckedRoom = { id: string; name: string; building: string; capacity: number | null };

/** An item as the check of an agenda sees it. */
export type Checked = {
  id: string;
  kind: AgendaItemKind;
  room: CheckedRoom | null;
  startsAt: Date;
  endsAt: Date;
  /** How many people are expected in the room; null: not known. */
  expected: number | null;
  people: readonly {
    id: string;
    presence: Presence;
    confirmation?: Confirmation;
    onBehalfOf: string | null;
  }[];
};

/** A stretch of time, `from` inclusive, `until` exclusive. */
export type Window = { from: Date; until: Date };

/**
 * What cannot be held as planned. `a` and `b` are items, `a` the one that begins first. Each carries what a way out is
 * made of: rooms that are free at the time and large enough, the earliest beginning, the times a person has.
 */
export type Finding =
  | { kind: "room"; a: string; b: string; room: string; free: string[] }
  | { kind: "person"; a: string; b: string; personId: string }
  | { kind: "delegation"; a: string; b: string; organisationId: string }
  /** `gap` is how many minutes lie between the two, `earliest` when the second could begin. */
  | { kind: "walking"; a: string; b: string; personId: string; gap: number; earliest: Date }
  | { kind: "capacity"; a: string; room: string; people: number; capacity: number; free: string[] }
  | { kind: "availability"; a: string; personId: string; windows: Window[] }
  | { kind: "outside"; a: string };

/** What can become of an item from one release to the next. */
export const changeKinds = ["new", "moved", "people", "retitled", "details", "cancelled"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The items a finding is about. */
export function itemsOf(finding: Finding): string[] {
  return "b" in finding ? [finding.a, finding.b] : [finding.a];
}

/** The kinds of finding that hold back a release, of those that were marked to do so; each once, in the order of the list. */
export function obstaclesToRelease(
  findings: readonly Finding[],
  hard: readonly FindingKind[],
): FindingKind[] {
  return findingKinds.filter((kind) => hard.includes(kind) && findings.some((one) => one.kind === kind));
}

/** Kinds that are never shown outside the workspace: time kept free, and the way from one place to another. */
export const internalKinds: AgendaItemKind[] = ["hold", "travel"];

/** Whether an item of a kind is never shown outside the workspace. */
export function isInternal(kind: AgendaItemKind): boolean {
  return internalKinds.includes(kind);
}

/** Whether an item has a time; without one it waits in the tray. */
export function isPlaced<T extends { startsAt: Date | null; endsAt: Date | null }>(
  item: T,
): item is T & { startsAt: Date; endsAt: Date } {
  return item.startsAt !== null && item.endsAt !== null;
}
