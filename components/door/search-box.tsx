"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { found, type Guest } from "@/domain/check-ins/rules";
import { StatusBadge } from "../status-badge";
import { Input } from "../ui/input";

/** Names shown at once. */
const most = 12;

type Props = {
  guests: readonly Guest[];
  present: ReadonlyMap<string, Date>;
  onShow: (guest: Guest) => void;
};

/** Searching by name or delegation among those this device knows: needs no network. */
export function SearchBox({ guests, present, onShow }: Props) {
  const t = useTranslations("door");
  const classes = useTranslations("enums.participationClass");
  const [typed, setTyped] = useState("");
  const matches = found(guests, typed, most);
  return (
    <search className="space-y-2">
      <label htmlFor="door-search" className="block font-medium text-sm">
        {t("search")}
      </label>
      <Input
        id="door-search"
        type="search"
        autoComplete="off"
        spellCheck={false}
        className="min-h-12"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim() !== "" && (
        <p role="status" className="text-muted text-sm">
          {matches.length === most ? t("firstFound", { count: most }) : t("found", { count: matches.length })}
        </p>
      )}
      <ul>
        {matches.map((guest) => (
          <li key={guest.id} className="border-rule border-t">
            <button
              type="button"
              className="flex min-h-12 w-full items-center justify-between gap-4 py-2 text-start hover:bg-sunken"
              onClick={() => {
                setTyped("");
                onShow(guest);
              }}
            >
              <span className="min-w-0">
                <span className="block font-medium">{guest.name}</span>
                <span className="block text-muted text-sm">
                  {[guest.delegation, classes(guest.class)].filter(Boolean).join(" · ")}
                </span>
              </span>
              {present.has(guest.id) && <StatusBadge of="participationState" state="checked_in" />}
            </button>
          </li>
        ))}
      </ul>
    </search>
  );
}
