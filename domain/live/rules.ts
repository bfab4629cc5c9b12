import type { AgendaItemKind, Localized, SpeakingClass } from "@/db/enums";
import { dayIn } from "@/lib/time";

/** Who has the floor, as the public may know it. Instants are ISO texts, so that a page and a stream hold the same. */
export type Floor = {
  organisation: Localized;
  /** Where the person agreed to be named. */
  name: string | null;
  onBehalfOf: string;
  runningSince: string | null;
  usedMs: number;
  limitSeconds: number;
};

/** A dated version of a speakers' list. */
export type PublishedList = {
  number: number;
  publishedAt: string;
  speakers: { organisation: Localized; class: SpeakingClass; onBehalfOf: string }[];
};

/** Somebody who has spoken, and whether their text can be read. */
export type Heard = { id: string; organisation: Localized; onBehalfOf: string; hasSpeech: boolean };

export type LiveItem = {
  id: string;
  kind: AgendaItemKind;
  title: Localized;
  room: { id: string; name: string } | null;
  startsAt: string;
  endsAt: string;
  startedAt: string | null;
  endedAt: string | null;
  floor: Floor | null;
  list: PublishedList | null;
  heard: Heard[];
};

/** Something that happened, for whoever looks away for a while. */
export type Change =
  | { kind: "release"; at: string; number: number; note: Localized }
  | { kind: "begun" | "ended"; at: string; title: Localized };

/** All that is public of an event as it happens; whole, so that whoever missed something misses nothing. */
export type LiveView = {
  version: number;
  title: Localized;
  zone: string;
  startsAt: string;
  endsAt: string;
  cancelled: boolean;
  items: LiveItem[];
  changes: Change[];
};

type Planned = {
  id: string;
  room: { id: string } | null;
  startsAt: string;
  endsAt: string;
  startedAt: string | null;
  endedAt: string | null;
  /** Whoever has the floor in it. */
  floor?: object | null;
};

const ms = (instant: string) => Date.parse(instant);

/**
 * What is under way at a moment, and what comes next. An item is under way from when it was begun until it was ended, and
 * while somebody has the floor in it;
 * where nobody notes that, as planned, unless the one before it in the same room still goes on. Next is what is
 * planned soonest of what is neither begun nor over: all of it that begins at the same time.
 */
export function standing<Item extends Planned>(
  items: readonly Item[],
  at: Date,
): { now: Item[]; next: Item[] } {
  const moment = at.getTime();
  const begun = items.filter((item) => item.floor || (item.startedAt && !item.endedAt));
  const taken = new Set(begun.flatMap((item) => (item.room ? [item.room.id] : [])));
  const asPlanned = items.filter(
    (item) =>
      !item.startedAt &&
      !item.floor &&
      ms(item.startsAt) <= moment &&
      moment < ms(item.endsAt) &&
      !(item.room && taken.has(item.room.id)),
  );
  const now = [...begun, ...asPlanned].toSorted((a, b) => ms(a.startsAt) - ms(b.startsAt));
  const running = new Set(now.map((item) => item.id));
  const toCome = items.filter((item) => !item.startedAt && !running.has(item.id) && moment < ms(item.endsAt));
  const soonest = Math.min(...toCome.map((item) => ms(item.startsAt)));
  return { now, next: toCome.filter((item) => ms(item.startsAt) === soonest) };
}

/** The day a live page is about: that of the moment, else the next with an item, else the last. `YYYY-MM-DD`. */
export function liveDay(items: readonly Pick<Planned, "startsAt">[], zone: string, at: Date): string {
  const today = dayIn(at, zone);
  const days = items.map((item) => dayIn(new Date(item.startsAt), zone)).toSorted();
  return days.find((day) => day >= today) ?? days.at(-1) ?? today;
}
