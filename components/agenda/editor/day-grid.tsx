"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { lanes, onDay, shareOf } from "@/domain/agenda/grid/rules";
import { Block } from "./block";
import type { Drag, EditorItem, EditorRoom, GridShape } from "./types";
import { scale } from "./use-drag";

type Props = {
  items: EditorItem[];
  rooms: EditorRoom[];
  shape: GridShape;
  base: string;
  drag: Drag | undefined;
  onKey: (event: KeyboardEvent, id: string) => void;
};

/** A day of the draft: time from top to bottom, a column for each room and one for what has none. */
export function DayGrid({ items, rooms, shape, base, drag, onKey }: Props) {
  const t = useTranslations("agenda.editor");
  const columns = [...rooms, { id: "", name: t("noRoom") }];
  const { first, last } = shape;
  const hours = Array.from({ length: last - first }, (_, n) => first + n);
  const shown = items.map((item) =>
    drag?.kind === "place" && drag.id === item.id ? { ...item, ...drag.where } : item,
  );
  const size = { blockSize: (last - first) * 60 * scale };
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t("label")}
      className="relative overflow-x-auto border-rule border-y"
    >
      <div
        className="grid min-w-max"
        style={{ gridTemplateColumns: `3.25rem repeat(${columns.length}, minmax(9rem, 1fr))` }}
      >
        <span />
        {columns.map((room) => (
          <h3
            key={room.id}
            className="truncate border-rule border-s border-b px-1.5 py-1.5 font-medium font-sans text-xs"
          >
            {room.name}
          </h3>
        ))}
        <div className="sticky start-0 z-20 bg-paper" style={size}>
          {hours.map((hour) => (
            <span
              key={hour}
              className="tabular absolute end-1.5 text-muted text-xs leading-none"
              style={{ insetBlockStart: (hour - first) * 60 * scale + 2 }}
            >
              {onDay(shape.day, hour * 60).slice(11)}
            </span>
          ))}
        </div>
        {columns.map((room) => (
          <Column
            key={room.id}
            room={room}
            items={shown.filter((item) => (item.roomId ?? "") === room.id)}
            shape={shape}
            base={base}
            drag={drag}
            onKey={onKey}
          />
        ))}
      </div>
    </section>
  );
}

type ColumnProps = Omit<Props, "rooms"> & { room: EditorRoom };

function Column({ room, items, shape, base, drag, onKey }: ColumnProps) {
  const { first, last, day } = shape;
  const stands = items.flatMap((item) => {
    const share =
      item.startsAt && item.endsAt
        ? shareOf({ startsAt: item.startsAt, endsAt: item.endsAt }, day)
        : undefined;
    return share ? [{ item, ...share }] : [];
  });
  const beside = lanes(stands);
  const span = drag?.kind === "create" && (drag.roomId ?? "") === room.id ? drag : undefined;
  return (
    <div
      data-room={room.id}
      className="relative cursor-crosshair border-rule border-s"
      style={{
        blockSize: (last - first) * 60 * scale,
        // A hairline at every full hour.
        backgroundImage: "linear-gradient(to bottom, var(--color-rule) 1px, transparent 1px)",
        backgroundSize: `100% ${60 * scale}px`,
      }}
    >
      {stands.map(({ item, from, to }, index) => (
        <Block
          key={item.id}
          item={item}
          base={base}
          room={room.name}
          from={from}
          to={to}
          lane={beside[index]?.lane ?? 0}
          of={beside[index]?.of ?? 1}
          first={first}
          held={drag !== undefined && "id" in drag && drag.id === item.id}
          onKey={onKey}
        />
      ))}
      {span && (
        <div
          aria-hidden
          className="pointer-events-none absolute inset-x-0 rounded-sm border border-accent bg-accent-soft px-1.5 text-xs"
          style={{
            insetBlockStart: (span.from - first * 60) * scale,
            blockSize: (span.to - span.from) * scale,
          }}
        >
          {onDay(day, span.from).slice(11)}–{onDay(day, span.to).slice(11)}
        </div>
      )}
    </div>
  );
}
