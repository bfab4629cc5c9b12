"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import type { Locale } from "@/db/enums";
import { Button } from "../ui/button";
import { backdropLook } from "../ui/dialog";
import { Input } from "../ui/input";

/** A place one can go to. */
export type Landing = {
  kind: "event" | "statement" | "organisation" | "person" | "room";
  id: string;
  text: string;
};

type Props = {
  /** Finds things by their name; asked while someone types. */
  find: (input: { query: string; locale: Locale }) => Promise<{ data?: Landing[] }>;
  /** The rooms of the workspace, by their addresses. */
  rooms: readonly { href: string; text: string }[];
};

const folders = { event: "events", statement: "statements", organisation: "organisations", person: "people" };

/** Ctrl or ⌘ K: type a few letters, go there. */
export function CommandPalette({ find, rooms }: Props) {
  const [open, setOpen] = useState(false);
  const t = useTranslations("workspace.palette");

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger render={<Button look="secondary" size="small" />}>
        <Search aria-hidden />
        <span className="sr-only sm:not-sr-only">{t("open")}</span>
        <kbd className="hidden font-sans text-muted text-xs lg:inline">Ctrl K</kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropLook} />
        <Dialog.Popup className="fixed inset-x-4 top-[10vh] z-50 mx-auto max-h-[80vh] max-w-xl overflow-hidden rounded-md border border-edge bg-surface text-ink outline-none">
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Finder find={find} rooms={rooms} close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({ find, rooms, close }: Props & { close: () => void }) {
  const t = useTranslations("workspace.palette");
  const locale = useLocale();
  const router = useRouter();
  const list = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = useFound(find, query, locale);
  const asked = query.trim().toLowerCase();
  const entries = [
    ...rooms
      .filter(({ text }) => text.toLowerCase().includes(asked))
      .map(({ href, text }) => ({ href, text, kind: "room" as const })),
    ...found.map(({ kind, id, text }) => ({
      href: `/${locale}/organize/${kind === "room" ? "" : folders[kind]}/${id}`,
      text,
      kind,
    })),
  ];
  const chosen = Math.min(active, entries.length - 1);

  function go(href: string | undefined) {
    if (!href) return;
    close();
    router.push(href as "/");
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") go(entries[chosen]?.href);
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step) setActive((chosen + step + entries.length) % Math.max(1, entries.length));
  }

  return (
    <>
      <Input
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={entries[chosen] && `${list}-${chosen}`}
        aria-label={t("label")}
        placeholder={t("label")}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="border-0 border-rule border-b px-4 py-3 text-base focus-visible:outline-offset-[-2px]"
      />
      <div id={list} role="listbox" aria-label={t("title")} className="max-h-[60vh] overflow-y-auto p-2">
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field.
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
          <div
            key={entry.href}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onMouseMove={() => setActive(index)}
            onClick={() => go(entry.href)}
            className="flex cursor-pointer items-baseline justify-between gap-4 rounded-sm px-3 py-2 text-sm aria-selected:bg-accent-soft"
          >
            <span className="min-w-0 truncate">{entry.text}</span>
            <span className="shrink-0 text-muted text-xs">{t(`kinds.${entry.kind}`)}</span>
          </div>
        ))}
      </div>
      <p role="status" className="px-4 pb-3 text-muted text-sm empty:hidden">
        {entries.length === 0 ? t("nothing") : null}
      </p>
    </>
  );
}

/** What is found for the words, a moment after the last letter; an answer to earlier words is dropped. */
function useFound(find: Props["find"], query: string, locale: Locale): Landing[] {
  const [found, setFound] = useState<Landing[]>([]);
  useEffect(() => {
    let late = false;
    const timer = setTimeout(async () => {
      const answer =
        query.trim().length < 2 ? { data: [] } : await find({ query, locale }).catch(() => ({ data: [] }));
      if (!late) setFound(answer.data ?? []);
    }, 150);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [find, query, locale]);
  return found;
}
