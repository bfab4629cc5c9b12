"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "../../ui/button";
import { cn } from "../../ui/cn";
import type { EditorItem } from "./types";

type Props = {
  items: EditorItem[];
  /** The day that is shown, in words. */
  day: string;
  base: string;
  over: boolean;
  onKey: (event: KeyboardEvent, id: string) => void;
  onPlace: (id: string) => void;
};

/** What has no time yet: each can be dragged onto the grid, or placed on the day that is shown. */
export function Tray({ items, day, base, over, onKey, onPlace }: Props) {
  const t = useTranslations("agenda.editor");
  const agenda = useTranslations("agenda");
  return (
    <section
      data-tray
      aria-labelledby="tray"
      className={cn("border-rule border-t py-4", over && "bg-accent-soft")}
    >
      <h3 id="tray" className="mb-2 text-lg">
        {t("tray")}
      </h3>
      {items.length === 0 && <p className="measure text-muted text-sm">{t("trayEmpty")}</p>}
      <ul className="flex flex-wrap gap-3">
        {items.map((item) => (
          <li key={item.id} className="flex max-w-full items-stretch gap-1">
            <div
              data-item={item.id}
              className="min-w-0 cursor-grab rounded-sm border border-edge bg-surface text-sm"
            >
              <Link
                id={`block-${item.id}`}
                href={`${base}/${item.id}` as Route}
                prefetch={false}
                draggable={false}
                aria-label={t("inTray", { title: item.title, minutes: item.plannedMinutes })}
                aria-describedby="agenda-keys"
                onKeyDown={(event) => onKey(event, item.id)}
                className="block select-none px-2 py-1 no-underline"
              >
                <span lang={item.lang} className="block font-medium">
                  {item.title}
                </span>
                <span className="text-muted text-xs">
                  {[
                    agenda("minutes", { count: item.plannedMinutes }),
                    ...item.notes.map((note) => note.text),
                  ].join(" · ")}
                </span>
              </Link>
            </div>
            <Button size="small" look="quiet" onClick={() => onPlace(item.id)}>
              {t("toDay", { day })}
              <span className="sr-only">: {item.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
