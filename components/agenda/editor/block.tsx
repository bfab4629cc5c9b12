"use client";

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, memo } from "react";
import { isInternal } from "@/domain/agenda/rules";
import { cn } from "../../ui/cn";
import type { EditorItem } from "./types";
import { scale } from "./use-drag";

type Props = {
  item: EditorItem;
  base: string;
  room: string;
  /** The minutes of the day it takes up, and which of how many lanes it stands in. */
  from: number;
  to: number;
  lane: number;
  of: number;
  first: number;
  held: boolean;
  onKey: (event: KeyboardEvent, id: string) => void;
};

/** The lowest a block may be, in pixels: it must still be hit by a finger. */
const lowest = 24;

/** An item on the grid: a link to its form that can also be dragged, and moved by keys. */
export const Block = memo(function Block({
  item,
  base,
  room,
  from,
  to,
  lane,
  of,
  first,
  held,
  onKey,
}: Props) {
  const locale = useLocale();
  const t = useTranslations("agenda.editor");
  const enums = useTranslations("enums.agendaItemKind");
  const time = t("hours", {
    from: item.startsAt?.slice(11) ?? "",
    to: item.endsAt?.slice(11) ?? "",
  });
  const height = Math.max(lowest, (to - from) * scale);
  return (
    <div
      data-item={item.id}
      className={cn(
        "absolute overflow-hidden rounded-sm border bg-surface text-xs leading-tight",
        item.kind === "break" && "bg-sunken",
        isInternal(item.kind) && "border-dashed bg-sunken",
        item.notes.some((note) => note.grave) ? "border-danger border-s-4" : "border-edge",
        held && "z-10 border-accent bg-accent-soft opacity-90",
      )}
      style={{
        insetBlockStart: (from - first * 60) * scale,
        blockSize: height,
        insetInlineStart: `${(lane / of) * 100}%`,
        inlineSize: `calc(${100 / of}% - 2px)`,
      }}
    >
      <Link
        id={`block-${item.id}`}
        href={`${base}/${item.id}` as Route}
        prefetch={false}
        draggable={false}
        aria-label={[
          t("item", { title: item.title, time, room }),
          ...item.notes.map((note) => note.text),
        ].join(", ")}
        aria-describedby="agenda-keys"
        onKeyDown={(event) => onKey(event, item.id)}
        className="block size-full cursor-grab select-none overflow-hidden px-1.5 py-0.5 no-underline outline-offset-[-2px] [-webkit-touch-callout:none]"
      >
        <span
          lang={item.lang}
          className={cn("font-medium", height < 40 ? "block truncate" : "line-clamp-2 hyphens-auto")}
        >
          {item.title}
        </span>
        {height >= 40 && (
          <span className="block truncate text-muted">
            {time} · {enums(item.kind)}
          </span>
        )}
        {height >= 56 &&
          item.notes.map((note) => (
            <span
              key={note.text}
              lang={locale}
              className={cn("block truncate", note.grave ? "font-medium text-danger" : "text-muted")}
            >
              {note.text}
            </span>
          ))}
      </Link>
      <span data-edge aria-hidden className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize" />
    </div>
  );
});
