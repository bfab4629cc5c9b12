"use client";

import { Moon, Sun } from "lucide-react";
import { Button } from "../ui/button";
import { type Theme, themeCookie } from "./theme";

/** Turns the workspace light or dark, and remembers it in this browser. */
export function ThemeSwitch({ label }: { label: string }) {
  function turn() {
    const root = document.documentElement;
    const dark =
      getComputedStyle(root).colorScheme === "light dark" ? isSystemDark() : root.dataset.theme === "dark";
    const next: Theme = dark ? "light" : "dark";
    root.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet.
    document.cookie = `${themeCookie}=${next}; path=/; max-age=31536000; samesite=lax`;
  }
  return (
    <Button look="quiet" size="icon" aria-label={label} title={label} onClick={turn}>
      <Sun aria-hidden className="hidden dark:block" />
      <Moon aria-hidden className="dark:hidden" />
    </Button>
  );
}

const isSystemDark = () => matchMedia("(prefers-color-scheme: dark)").matches;
