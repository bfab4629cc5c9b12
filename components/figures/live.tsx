"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../ui/button";

/** Milliseconds between two looks at the server. */
const PACE = 30_000;

/**
 * Keeps a page up to date by itself: asks the server again every half minute, only while somebody looks at the page, and
 * at once when they come back to it. What is typed and opened stays. Can be stopped; nothing moves on the page.
 */
export function Live() {
  const router = useRouter();
  const t = useTranslations("figures.live");
  const [on, setOn] = useState(true);
  useEffect(() => {
    if (!on) return;
    const look = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const clock = setInterval(look, PACE);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(clock);
      document.removeEventListener("visibilitychange", look);
    };
  }, [on, router]);
  const Icon = on ? Pause : Play;
  return (
    <Button size="small" look="quiet" aria-pressed={!on} onClick={() => setOn(!on)}>
      <Icon aria-hidden />
      {on ? t("pause") : t("go")}
    </Button>
  );
}
