"use client";

import { useEffect, useState } from "react";
import type { LiveView } from "@/domain/live/rules";
import { now } from "@/lib/clock";

/** What is public of an event, as it is now: begins with what the page was made with, and follows the stream from there. */
export function useLive(slug: string, locale: string, first: LiveView, serverNow: number) {
  const [view, setView] = useState(first);
  const [ahead, setAhead] = useState<number>();
  const [cut, setCut] = useState(false);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const source = new EventSource(`/${locale}/events/${slug}/live/stream?after=${first.version}`);
    source.addEventListener("view", (event) => setView(JSON.parse(event.data)));
    source.addEventListener("clock", (event) => setAhead(Number(event.data) - now().getTime()));
    source.addEventListener("gone", () => {
      setGone(true);
      source.close();
    });
    source.addEventListener("open", () => setCut(false));
    source.addEventListener("error", () => setCut(true));
    return () => source.close();
  }, [slug, locale, first.version]);
  return { view, cut, gone, serverNow: ahead === undefined ? serverNow : now().getTime() + ahead };
}
