"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

type Progress = { stage: string; done: number; total: number };
type Props = Progress & { stage: "checking" | "running" /** Where to ask how far it is. */; address: string };

/** So often it is asked how far it is. */
const everyMs = 1_000;

/** How far a check or an import is. It goes on without the page; when it is through, the page shows what came of it. */
export function ImportProgress({ stage, done, total, address }: Props) {
  const t = useTranslations("imports.progress");
  const router = useRouter();
  const [progress, setProgress] = useState({ done, total });

  useEffect(() => {
    const leaving = new AbortController();
    const timer = setInterval(async () => {
      try {
        const response = await fetch(address, { signal: leaving.signal });
        if (!response.ok) throw new Error(String(response.status));
        const now: Progress = await response.json();
        setProgress(now);
        if (now.stage !== stage) router.refresh();
      } catch {
        // The connection is gone for a moment, or the page is: the next second asks again.
      }
    }, everyMs);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [address, stage, router]);

  const share = progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0;
  return (
    <div className="max-w-2xl space-y-3">
      <p className="font-medium">{t(stage)}</p>
      <div
        role="progressbar"
        aria-label={t(stage)}
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={progress.done}
        aria-valuetext={t("count", progress)}
        className="h-3 bg-sunken"
      >
        <div
          className="h-3 bg-accent transition-[inline-size] motion-reduce:transition-none"
          style={{ inlineSize: `${share}%` }}
        />
      </div>
      <p className="text-sm tabular-nums">{t("count", progress)}</p>
      <p className="measure text-muted text-sm">{t("leave")}</p>
      <noscript>
        <a className="link text-sm" href={address.replace(/\/progress$/, "")}>
          {t("again")}
        </a>
      </noscript>
    </div>
  );
}
