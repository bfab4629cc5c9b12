"use client";

import { type KeyboardEvent, useRef } from "react";
import type { Snap } from "@/domain/agenda/grid/rules";
import { later, minutesBetween, moved, resized } from "@/domain/agenda/grid/rules";
import type { EditorItem, EditorRoom, Where } from "./types";
import type { Draft } from "./use-draft";

/** Milliseconds after the last key until a burst of them is sent as one deed. */
const pause = 500;

type Deeds = {
  /** Keeps the focus on an item, wherever it goes. */
  keep: (id: string) => void;
  say: (where: Where) => void;
  /** Shows another day, with the focus on an item that went there. */
  follow: (id: string, startsAt: string) => void;
  toTray: (id: string) => void;
  duplicate: (id: string) => void;
};

/**
 * The keys of an item on the grid. Several in quick succession are one deed: it is sent when the keys rest, or the
 * focus leaves.
 */
export function useKeys(draft: Draft, rooms: EditorRoom[], snap: Snap, deeds: Deeds) {
  const burst = useRef<{ stood: Where; want: Where; timer: ReturnType<typeof setTimeout> }>(undefined);

  function settle() {
    const held = burst.current;
    if (!held) return;
    burst.current = undefined;
    clearTimeout(held.timer);
    void draftNow.current.place([held.want], [held.stood]);
  }
  // What rests is sent by the draft as it is then, not as it was when the first key was pressed.
  const draftNow = useRef(draft);
  draftNow.current = draft;
  const settleNow = useRef(settle);
  settleNow.current = settle;

  function push(item: EditorItem, want: Where) {
    if (burst.current && burst.current.want.id !== item.id) settle();
    const { id, startsAt, endsAt, roomId } = item;
    const stood = burst.current?.stood ?? { id, startsAt, endsAt, roomId };
    clearTimeout(burst.current?.timer);
    burst.current = { stood, want, timer: setTimeout(() => settleNow.current(), pause) };
    deeds.keep(item.id);
    draft.preview([want]);
    deeds.say(want);
  }

  function onKey(event: KeyboardEvent, id: string) {
    const item = draft.find(id);
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const want = wanted(item, event, rooms, snap);
    if (want) push(item, want);
    else if (event.key === "Delete" && item.startsAt) {
      settle();
      deeds.toTray(id);
    } else if (event.key.toLowerCase() === "d") {
      settle();
      deeds.duplicate(id);
    } else return;
    event.preventDefault();
    if (want?.startsAt && item.startsAt && want.startsAt.slice(0, 10) !== item.startsAt.slice(0, 10)) {
      settle();
      deeds.follow(id, want.startsAt);
    }
  }
  return { onKey, settle };
}

/** Where a key takes an item that has a time, if anywhere. */
function wanted(
  item: EditorItem,
  event: KeyboardEvent,
  rooms: EditorRoom[],
  snap: number,
): Where | undefined {
  const { id, startsAt, endsAt, roomId } = item;
  if (!startsAt || !endsAt) return;
  const timed = { id, startsAt, endsAt, roomId };
  const step = { ArrowUp: -snap, ArrowDown: snap }[event.key];
  if (step && event.shiftKey)
    return minutesBetween(startsAt, endsAt) + step > 0 ? resized(timed, step, 1) : undefined;
  if (step) return moved(timed, step);
  const days = { PageUp: -1_440, PageDown: 1_440 }[event.key];
  if (days) return { ...timed, startsAt: later(startsAt, days), endsAt: later(endsAt, days) };
  const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!sideways) return;
  const columns = [...rooms.map((room) => room.id), null];
  const next = columns[columns.indexOf(roomId) + sideways];
  return next === undefined ? undefined : { ...timed, roomId: next };
}
