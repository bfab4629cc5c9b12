"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import type { EditorItem, Where } from "./types";
import type { Stale } from "./use-draft";

type Props = {
  stale: Stale;
  items: EditorItem[];
  words: (where: Where) => string;
  onKeep: () => void;
  onInsist: () => void;
};

/** A move that came too late: where somebody else put the item, and where you wanted it; either can be taken. */
export function StalePlace({ stale, items, words, onKeep, onInsist }: Props) {
  const t = useTranslations("agenda.editor.stale");
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  const [theirs, ...more] = stale.theirs;
  if (!theirs) return null;
  const yours = stale.yours.find((one) => one.id === theirs.id);
  const title = items.find((item) => item.id === theirs.id)?.title ?? "";
  return (
    <div ref={notice} tabIndex={-1} role="alert">
      <Notice tone="warning" title={t("title", { title })} className="mb-4">
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          <div>
            <dt className="text-muted text-xs">{t("theirs")}</dt>
            <dd>{words(theirs)}</dd>
          </div>
          <div>
            <dt className="text-muted text-xs">{t("yours")}</dt>
            <dd>{yours && words(yours)}</dd>
          </div>
        </dl>
        {more.length > 0 && <p>{t("more", { count: more.length })}</p>}
        <div className="flex flex-wrap gap-2 pt-2">
          <Button size="small" onClick={onKeep}>
            {t("keep")}
          </Button>
          <Button size="small" onClick={onInsist}>
            {t("take")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
