"use client";

import { Plus, Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Snap, snaps } from "@/domain/agenda/grid/rules";
import { Button } from "../../ui/button";
import { Select } from "../../ui/select";

type Props = {
  snap: Snap;
  onSnap: (snap: Snap) => void;
  mayUndo: boolean;
  mayRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onNew: () => void;
  children: ReactNode;
};

/** What is done to the grid as a whole. */
export function Toolbar({ snap, onSnap, mayUndo, mayRedo, onUndo, onRedo, onNew, children }: Props) {
  const t = useTranslations("agenda.editor");
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2 [@media(scripting:none)]:hidden">
      <Button look="primary" onClick={onNew}>
        <Plus aria-hidden />
        {t("new")}
      </Button>
      <Button aria-disabled={!mayUndo || undefined} onClick={onUndo}>
        <Undo2 aria-hidden />
        {t("undo")}
      </Button>
      <Button aria-disabled={!mayRedo || undefined} onClick={onRedo}>
        <Redo2 aria-hidden />
        {t("redo")}
      </Button>
      {children}
      <label htmlFor="agenda-snap" className="flex items-center gap-2 text-sm">
        {t("snap")}
        <Select
          id="agenda-snap"
          className="w-auto"
          value={snap}
          onChange={(event) => onSnap(snaps.find((one) => one === Number(event.target.value)) ?? 15)}
        >
          {snaps.map((one) => (
            <option key={one} value={one}>
              {t("snapMinutes", { count: one })}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}
