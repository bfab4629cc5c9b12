"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { hoursOf, later, onDay, type Snap, shareOf } from "@/domain/agenda/grid/rules";
import type { FormAction } from "@/lib/form";
import { formatDay } from "@/lib/time";
import { useRefusalText } from "../../form/refusal-notice";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { DayGrid } from "./day-grid";
import { DayTabs } from "./day-tabs";
import { MoveBlock } from "./move-block";
import { type NewSpan, QuickAdd } from "./quick-add";
import { StalePlace } from "./stale-place";
import { Toolbar } from "./toolbar";
import { Tray } from "./tray";
import type { Drag, EditorActions, EditorItem, EditorRoom, Made, Standing, Where } from "./types";
import { useDraft } from "./use-draft";
import { useDrag } from "./use-drag";
import { useKeys } from "./use-keys";

type Props = {
  eventId: string;
  zone: string;
  day: string;
  days: string[];
  items: EditorItem[];
  rooms: EditorRoom[];
  base: string;
  actions: EditorActions & { moveBlock: FormAction<{ before: Standing[]; after: Standing[] }> };
};

/**
 * A day of the draft as a grid that can be worked on with pointer and keys. Without script it is a picture of the day
 * whose items lead to their forms.
 */
export function AgendaEditor({ eventId, zone, day, days, items, rooms, base, actions }: Props) {
  const locale = useLocale();
  const t = useTranslations("agenda.editor");
  const router = useRouter();
  const refusalText = useRefusalText();
  const draft = useDraft(eventId, items, actions);
  const [snap, setSnap] = useState<Snap>(15);
  const [span, setSpan] = useState<NewSpan>();
  const [said, setSaid] = useState("");
  const focus = useFocusOn();

  const placed = draft.items.filter((item) => item.startsAt !== null);
  const waiting = draft.items.filter((item) => item.startsAt === null);
  const roomName = (id: string | null) => rooms.find((room) => room.id === id)?.name ?? t("noRoom");
  const titleOf = (id: string) => draft.find(id)?.title ?? "";
  const words = (where: Where) =>
    where.startsAt && where.endsAt
      ? [
          formatDay(where.startsAt.slice(0, 10), locale),
          t("hours", { from: where.startsAt.slice(11), to: where.endsAt.slice(11) }),
          roomName(where.roomId),
        ].join(", ")
      : t("tray");
  const sayWhere = (where: Where) => {
    const title = titleOf(where.id);
    if (!where.startsAt || !where.endsAt) return setSaid(t("said.tray", { title }));
    const time = t("hours", { from: where.startsAt.slice(11), to: where.endsAt.slice(11) });
    const on = formatDay(where.startsAt.slice(0, 10), locale);
    setSaid(t("said.moved", { title, day: on, time, room: roomName(where.roomId) }));
  };
  const put = async (where: Where) => {
    if (await draft.place([where])) sayWhere(where);
  };
  const toTray = (id: string) => {
    focus(id);
    void put({ id, startsAt: null, endsAt: null, roomId: draft.find(id)?.roomId ?? null });
  };
  const duplicate = async (id: string) => {
    const item = draft.find(id);
    if (!item) return;
    const made = await draft.make(() => actions.duplicate({ id, revision: draft.revisionOf(id) }));
    if (made) setSaid(t("said.copied", { title: item.title }));
  };

  const shares = placed.flatMap(({ startsAt, endsAt }) =>
    startsAt && endsAt ? (shareOf({ startsAt, endsAt }, day) ?? []) : [],
  );
  const shape = { day, snap, ...hoursOf(shares) };
  /** Lays an item that waits onto the day, after what is there; the keys can take it from there. */
  const placeOn = (id: string) => {
    const length = draft.find(id)?.plannedMinutes ?? 30;
    const end = Math.max(9 * 60, ...shares.map((share) => share.to));
    const startsAt = onDay(day, Math.min(end, 24 * 60 - length));
    const roomId = draft.find(id)?.roomId ?? rooms[0]?.id ?? null;
    focus(id);
    void put({ id, startsAt, endsAt: later(startsAt, length), roomId });
  };
  const drop = (drag: Drag) => {
    if (drag.kind === "create")
      setSpan({ startsAt: onDay(day, drag.from), endsAt: onDay(day, drag.to), roomId: drag.roomId });
    else if (drag.kind === "place") void put(drag.where);
    else if (drag.kind === "tray") toTray(drag.id);
    else void toDay(drag.id, drag.day);
  };
  const toDay = async (id: string, other: string) => {
    const item = draft.find(id);
    if (!item) return;
    const startsAt = `${other}T${item.startsAt?.slice(11) ?? "09:00"}`;
    const length =
      item.startsAt && item.endsAt
        ? (Date.parse(`${item.endsAt}Z`) - Date.parse(`${item.startsAt}Z`)) / 60_000
        : item.plannedMinutes;
    await put({ id, startsAt, endsAt: later(startsAt, length), roomId: item.roomId });
  };
  const drag = useDrag(shape, draft.find, drop);
  const keys = useKeys(draft, rooms, snap, {
    keep: focus,
    say: sayWhere,
    follow: (id, startsAt) => {
      focus(id);
      router.push(`${base}?day=${startsAt.slice(0, 10)}` as never, { scroll: false });
    },
    toTray,
    duplicate: (id) => void duplicate(id),
  });
  const onKeyNow = useRef(keys.onKey);
  onKeyNow.current = keys.onKey;
  // The same function always, so that blocks that do not change are not drawn again.
  const onKey = useCallback((event: KeyboardEvent, id: string) => onKeyNow.current(event, id), []);

  const undo = async () => {
    keys.settle();
    const undone = await draft.undo();
    if (undone !== false) setSaid(t(undone ? "said.undone" : "said.nothing"));
  };
  const redo = async () => {
    keys.settle();
    const redone = await draft.redo();
    if (redone !== false) setSaid(t(redone ? "said.redone" : "said.nothingAgain"));
  };
  useUndoKeys(undo, redo);

  const made = (item: Made, title: string, sent: FormData) => {
    draft.noteMade(item, async () => actions.add({}, sent));
    setSpan(undefined);
    focus(item.id);
    setSaid(t("said.made", { title }));
    router.refresh();
  };
  const free = onDay(day, Math.min(23 * 60, Math.max(9 * 60, ...shares.map((share) => share.to))));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer is listened to here; what is done stands inside.
    <div ref={drag.root} onBlur={() => keys.settle()} {...drag.handlers}>
      <DayTabs
        days={days}
        day={day}
        base={base}
        over={drag.drag?.kind === "day" ? drag.drag.day : undefined}
      />
      <Toolbar
        snap={snap}
        onSnap={setSnap}
        mayUndo={draft.mayUndo}
        mayRedo={draft.mayRedo}
        onUndo={undo}
        onRedo={redo}
        onNew={() => setSpan({ startsAt: free, endsAt: later(free, 60), roomId: rooms[0]?.id ?? null })}
      >
        <MoveBlock
          eventId={eventId}
          day={day}
          days={days}
          items={draft.items}
          action={actions.moveBlock}
          afterOwn={draft.afterOwn}
          onMoved={({ before, after }) => {
            draft.noteMoved(before, after);
            setSaid(t("said.block", { count: after.length }));
            router.refresh();
          }}
        />
      </Toolbar>
      {draft.stale && (
        <StalePlace
          stale={draft.stale}
          items={draft.items}
          words={words}
          onKeep={draft.dismiss}
          onInsist={() => draft.stale && void draft.insist(draft.stale)}
        />
      )}
      {draft.refusal && (
        <div role="alert">
          <Notice tone="danger" title={t("refused")} className="mb-4">
            <p>{refusalText(draft.refusal.code, draft.refusal.details)}</p>
            <Button size="small" onClick={draft.dismiss}>
              {t("dismiss")}
            </Button>
          </Notice>
        </div>
      )}
      <p className="mb-2 text-muted text-sm">{t("zone", { zone: zone.replaceAll("_", " ") })}</p>
      <DayGrid items={placed} rooms={rooms} shape={shape} base={base} drag={drag.drag} onKey={onKey} />
      <Tray
        items={waiting}
        day={formatDay(day, locale)}
        base={base}
        over={drag.drag?.kind === "tray"}
        onKey={onKey}
        onPlace={placeOn}
      />
      <details className="text-sm">
        <summary className="link w-fit">{t("keys")}</summary>
        <p id="agenda-keys" className="measure pt-1 text-muted">
          {t("help")}
        </p>
      </details>
      <p role="status" className="sr-only">
        {said}
      </p>
      {span && (
        <QuickAdd
          span={span}
          eventId={eventId}
          zone={zone}
          rooms={rooms.map((room) => ({ value: room.id, label: room.name }))}
          base={base}
          action={actions.add}
          onMade={made}
          onClose={() => setSpan(undefined)}
        />
      )}
    </div>
  );
}

/**
 * Gives the focus to an item as soon as it stands on the page, wherever it went, and again where it was drawn anew
 * meanwhile, until the focus is taken elsewhere.
 */
function useFocusOn() {
  const wanted = useRef<{ id: string; reached: boolean }>(undefined);
  useEffect(() => {
    const goal = wanted.current;
    const element = goal && document.getElementById(`block-${goal.id}`);
    if (!element || document.querySelector("[role=dialog]")) return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (document.activeElement === element) goal.reached = true;
    // A dialog that is closing gives the focus back where it came from: it is asked for again until it stays.
    else if (!goal.reached || lost) element.focus();
    else wanted.current = undefined;
  });
  return (id: string) => {
    wanted.current = { id, reached: false };
  };
}

/** Ctrl+Z and Ctrl+Shift+Z (or Y) on the page, where nothing is being typed. */
function useUndoKeys(undo: () => void, redo: () => void) {
  const now = useRef({ undo, redo });
  now.current = { undo, redo };
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if ((event.target as HTMLElement).closest("input, textarea, select, [role=dialog]")) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) now.current.redo();
      else now.current.undo();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
