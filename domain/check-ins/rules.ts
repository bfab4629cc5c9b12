import type { CheckInKind, ParticipationClass } from "@/db/enums";
import { addDays, dayIn, daysBetween, lastDay } from "@/lib/time";

/** What a door saw: somebody came in, or that was taken back. */
export type Seen = { nonce: string; kind: CheckInKind; at: Date };

/** What is the matter with a check-in; it is kept with it and shown. */
export const conflicts = ["already_in", "not_approved", "void_badge"] as const;
export type Conflict = (typeof conflicts)[number];

/**
 * What became of a scan. `recorded`: kept, with the conflict where there is one; `known`: it had arrived before;
 * `refused`: not kept, because nobody was let in yet (`not_approved`, `void_badge`), or there is no such person or badge
 * at this event (`unknown`), or its door was closed then (`closed`).
 */
export type Outcome = {
  nonce: string;
  participationId: string | null;
  result: "recorded" | "known" | "refused";
  why: Conflict | "unknown" | "closed" | "";
};

/** Somebody who may come in, as little as a door needs to know of them. */
export type Guest = {
  id: string;
  name: string;
  delegation: string;
  class: ParticipationClass;
  /** The hash of the code of the badge that counts. */
  badge: string | null;
  photo: boolean;
};

/** What a device at the door takes along. Instants are ISO 8601. */
export type DoorList = {
  /** Changes whenever the list does. */
  version: string;
  fetchedAt: string;
  guests: Guest[];
  /** Badges that let nobody in, by the hash of their codes. */
  refused: { hash: string; id: string; why: Conflict }[];
  /** By class, as printed. */
  zones: Record<string, string>;
};

/** What changes by the minute. */
export type DoorNow = {
  day: string;
  version: string;
  expected: number;
  present: { id: string; since: string }[];
  conflicts: { nonce: string; id: string; name: string; at: string; device: string; conflict: Conflict }[];
};

/** In the order in which it happened; the nonce decides where two happened at the same instant. */
export function inOrder<One extends Seen>(seen: readonly One[]): One[] {
  return seen.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.nonce < b.nonce ? -1 : 1));
}

/**
 * Since when somebody is in, by what the doors saw of them on one day; null where they are not. It depends on the set
 * of records alone: neither on the order in which they arrive nor on how often.
 */
export function inSince(seen: readonly Seen[]): Date | null {
  let since: Date | null = null;
  for (const { kind, at } of inOrder(seen)) {
    if (kind === "undo") since = null;
    else since ??= at;
  }
  return since;
}

/** Whether a new check-in is a second one: beside it, with nothing taken back between, stands another. */
export function isSecond(seen: readonly Seen[], fresh: Seen): boolean {
  if (fresh.kind !== "in") return false;
  const order = inOrder([...seen.filter(({ nonce }) => nonce !== fresh.nonce), fresh]);
  const place = order.findIndex(({ nonce }) => nonce === fresh.nonce);
  return order[place - 1]?.kind === "in" || order[place + 1]?.kind === "in";
}

/** A device's clock is believed when it is off by less than this, in milliseconds. */
const tolerance = 120_000;

/**
 * When something really happened that a device noted: by its clock if that is right to two minutes, else moved by what
 * the clock was wrong when the list was sent. Never in the future; of several that would be, the order is kept, which is
 * what `later`, the number of those after it in the same list, is for.
 */
export function trueInstant(noted: Date, sentAt: Date, receivedAt: Date, later: number): Date {
  const wrong = receivedAt.getTime() - sentAt.getTime();
  const moved = noted.getTime() + (Math.abs(wrong) < tolerance ? 0 : wrong);
  return new Date(Math.min(moved, receivedAt.getTime() - later));
}

type Event = {
  startsAt: Date;
  endsAt: Date;
  zone: string;
  announcedAt: Date | null;
  cancelledAt: Date | null;
};

/** When a device forgets whom it knows of an event: a day after it. */
export function forgottenAt(event: Pick<Event, "endsAt">): Date {
  return new Date(event.endsAt.getTime() + 86_400_000);
}

/** Whether people are let in at a moment: from the announcement until a day after the event, unless it is cancelled. */
export function doorState(event: Event, at: Date): "open" | "draft" | "cancelled" | "over" {
  if (event.cancelledAt && event.cancelledAt <= at) return "cancelled";
  if (!event.announcedAt || event.announcedAt > at) return "draft";
  return at < forgottenAt(event) ? "open" : "over";
}

/** The days of an event in its zone. */
export function eventDays(event: Pick<Event, "startsAt" | "endsAt" | "zone">): string[] {
  const first = dayIn(event.startsAt, event.zone);
  const count = daysBetween(first, lastDay(event.startsAt, event.endsAt, event.zone)) + 1;
  return Array.from({ length: Math.min(count, 60) }, (_, n) => addDays(first, n));
}

const strokes: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
};

/** A text for comparing with what is typed in a hurry: without accents, in small letters. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđßæœıþ]/g, (letter) => strokes[letter] ?? letter);
}

/** Those whose name or delegation begins a word with each of the words typed, at most so many; none for no words. */
export function found<One extends { name: string; delegation: string }>(
  people: readonly One[],
  typed: string,
  most: number,
): One[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const matches = people.filter((one) => {
    const text = ` ${folded(`${one.name} ${one.delegation}`).replace(/[-’'.,()]/g, " ")}`;
    return words.every((word) => text.includes(` ${word}`));
  });
  return matches.slice(0, most);
}
