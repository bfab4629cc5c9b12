"use client";

import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import {
  dayLength,
  later,
  minutesBetween,
  onDay,
  resized,
  snapped,
  spanOf,
} from "@/domain/agenda/grid/rules";
import type { Drag, EditorItem, GridShape } from "./types";

/** Pixels a mouse moves before a press becomes a drag, pixels a finger may tremble, and how long it holds first. */
const slack = { mouse: 4, touch: 10 };
const hold = 350;
/** Pixels on the page that a minute is high. */
export const scale = 1.2;

type Grip = {
  mode: "create" | "move" | "resize";
  item?: EditorItem;
  x: number;
  y: number;
  /** Minutes from the beginning of the item to where it was gripped; for a new one, the minute of the day. */
  minute: number;
  active: boolean;
  timer?: ReturnType<typeof setTimeout>;
};

/** Where on the grid a point of the screen is: the column's room and the minute of the day. */
function placeAt(x: number, y: number, shape: GridShape) {
  for (const element of document.elementsFromPoint(x, y)) {
    const { room, tray, day } = (element as HTMLElement).dataset;
    if (room !== undefined) {
      const top = element.getBoundingClientRect().top;
      return { kind: "column", roomId: room || null, minute: shape.first * 60 + (y - top) / scale } as const;
    }
    if (tray !== undefined) return { kind: "tray" } as const;
    if (day !== undefined) return { kind: "day", day } as const;
  }
}

/**
 * The pointer on the grid: over free time it draws a new span, on an item it moves it, on its lower edge it changes its
 * end. A mouse begins at once, a finger after it was held, so that the page can still be scrolled. Escape lets go of
 * nothing done.
 */
export function useDrag(
  shape: GridShape,
  find: (id: string) => EditorItem | undefined,
  drop: (drag: Drag) => void,
) {
  const [drag, setDrag] = useState<Drag>();
  const grip = useRef<Grip>(undefined);
  const last = useRef<Drag>(undefined);
  const dragged = useRef(false);
  const root = useRef<HTMLDivElement>(null);

  const show = (next: Drag | undefined) => {
    if (JSON.stringify(next) === JSON.stringify(last.current)) return;
    last.current = next;
    setDrag(next);
  };
  const letGo = () => {
    clearTimeout(grip.current?.timer);
    grip.current = undefined;
    show(undefined);
  };

  useEffect(() => {
    const element = root.current;
    // Once an item is held, the finger moves it and not the page; React's own listeners may not say so.
    const still = (event: TouchEvent) => {
      if (grip.current?.active) event.preventDefault();
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !grip.current) return;
      clearTimeout(grip.current.timer);
      grip.current = undefined;
      last.current = undefined;
      setDrag(undefined);
    };
    element?.addEventListener("touchmove", still, { passive: false });
    window.addEventListener("keydown", giveUp);
    return () => {
      element?.removeEventListener("touchmove", still);
      window.removeEventListener("keydown", giveUp);
    };
  }, []);

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    dragged.current = false;
    if (event.button !== 0 || !event.isPrimary) return;
    const target = event.target as HTMLElement;
    const held = target.closest<HTMLElement>("[data-item]");
    if (!held && !target.closest("[data-room]")) return;
    const item = held?.dataset.item ? find(held.dataset.item) : undefined;
    const at = placeAt(event.clientX, event.clientY, shape);
    const minute = at?.kind === "column" ? at.minute : 0;
    const start = item?.startsAt ? minutesBetween(`${shape.day}T00:00`, item.startsAt) : minute;
    const mode = !item ? "create" : target.closest("[data-edge]") ? "resize" : "move";
    const { clientX: x, clientY: y, pointerId } = event;
    const next: Grip = { mode, item, x, y, minute: item ? minute - start : minute, active: false };
    grip.current = next;
    const element = root.current;
    if (event.pointerType === "touch") {
      next.timer = setTimeout(() => {
        next.active = true;
        element?.setPointerCapture(pointerId);
        follow(x, y);
      }, hold);
    }
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const held = grip.current;
    if (!held) return;
    const away = Math.hypot(event.clientX - held.x, event.clientY - held.y);
    if (!held.active) {
      if (event.pointerType === "touch") {
        if (away > slack.touch) letGo();
        return;
      }
      if (away < slack.mouse) return;
      held.active = true;
      root.current?.setPointerCapture(event.pointerId);
    }
    follow(event.clientX, event.clientY);
    if (event.clientY < 40) window.scrollBy(0, -16);
    if (event.clientY > window.innerHeight - 40) window.scrollBy(0, 16);
  }

  function follow(x: number, y: number) {
    const held = grip.current;
    if (!held) return;
    dragged.current = true;
    const at = placeAt(x, y, shape);
    const { item } = held;
    if (!item) {
      if (at?.kind !== "column") return;
      const before = last.current?.kind === "create" ? last.current : undefined;
      show({
        kind: "create",
        roomId: before ? before.roomId : at.roomId,
        ...spanOf(held.minute, at.minute, shape.snap),
      });
    } else if (held.mode === "resize") {
      if (!item.startsAt || !item.endsAt) return;
      const timed = { ...item, startsAt: item.startsAt, endsAt: item.endsAt };
      const end = minutesBetween(`${shape.day}T00:00`, item.endsAt);
      const to = snapped(end + (y - held.y) / scale, shape.snap);
      const { id, startsAt, endsAt, roomId } = resized(timed, to - end, shape.snap);
      show({ kind: "place", id, where: { id, startsAt, endsAt, roomId } });
    } else if (at?.kind === "column") {
      const from = snapped(at.minute - (item.startsAt ? held.minute : 0), shape.snap);
      const startsAt = onDay(
        shape.day,
        Math.min(dayLength - shape.snap, item.startsAt ? from : Math.max(0, from)),
      );
      const length =
        item.startsAt && item.endsAt ? minutesBetween(item.startsAt, item.endsAt) : item.plannedMinutes;
      const where = { id: item.id, startsAt, endsAt: later(startsAt, length), roomId: at.roomId };
      show({ kind: "place", id: item.id, where });
    } else if (at?.kind === "tray") show({ kind: "tray", id: item.id });
    else if (at?.kind === "day") show({ kind: "day", id: item.id, day: at.day });
  }

  function onPointerUp() {
    const result = grip.current?.active ? last.current : undefined;
    letGo();
    if (result) drop(result);
  }

  /** A click that ends a drag is none. */
  function onClickCapture(event: MouseEvent<HTMLDivElement>) {
    if (!dragged.current) return;
    dragged.current = false;
    event.preventDefault();
    event.stopPropagation();
  }

  const handlers = {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: letGo,
    onClickCapture,
    onDragStart: (event: MouseEvent) => event.preventDefault(),
    onContextMenu: (event: MouseEvent) => {
      if (grip.current?.active) event.preventDefault();
    },
  };
  return { root, drag, handlers };
}
