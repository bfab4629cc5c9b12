"use client";

import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { isSafeLink } from "@/domain/announcements/text/rules";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

/** Where the words that are selected lead. Stands inside a form, so Enter sets the link and does not send the form. */
export function LinkPanel({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useTranslations("announcements.editor.link");
  const id = useId();
  const [href, setHref] = useState<string>(() => editor.getAttributes("link").href ?? "https://");
  const [wrong, setWrong] = useState(false);
  const set = () => {
    const address = href.trim();
    if (!isSafeLink(address)) return setWrong(true);
    editor.view.focus();
    editor.chain().extendMarkRange("link").setMark("link", { href: address }).run();
    onDone();
  };
  const remove = () => {
    editor.view.focus();
    editor.chain().extendMarkRange("link").unsetMark("link").run();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") set();
    else onDone();
  };
  return (
    <div className="flex flex-wrap items-end gap-2 border-rule border-b bg-sunken p-2">
      <div className="min-w-56 grow space-y-1">
        <label htmlFor={id} className="block font-medium text-xs">
          {t("address")}
        </label>
        <Input
          id={id}
          autoFocus
          value={href}
          maxLength={2_000}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
          onChange={(event) => setHref(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {wrong && (
          <p id={`${id}-error`} role="alert" className="text-danger text-sm">
            {t("wrong")}
          </p>
        )}
      </div>
      <Button size="small" onClick={set}>
        {t("set")}
      </Button>
      <Button size="small" look="quiet" onClick={remove}>
        {t("remove")}
      </Button>
    </div>
  );
}
