"use client";

import { useTranslations } from "next-intl";
import { clockState, clockText, leftAt } from "@/domain/speakers/rules";
import { cn } from "../ui/cn";
import { useClock } from "./use-clock";

type Props = {
  /** ISO instant since when the clock runs; null while it stands. */
  runningSince: string | null;
  usedMs: number;
  limitSeconds: number;
  /** Milliseconds since 1970 by the server's clock as the page was made. */
  serverNow: number;
  className?: string;
};

const looks = { left: "text-ink", soon: "text-warning", over: "text-danger" };

/** The time somebody has left. It is worked out from instants, so that every screen tells the same; it is not read out. */
export function FloorClock({ runningSince, usedMs, limitSeconds, serverNow, className }: Props) {
  const t = useTranslations("live.clock");
  const moment = useClock(serverNow);
  const timer = { runningSince: runningSince === null ? null : new Date(runningSince), usedMs, limitSeconds };
  const left = leftAt(timer, new Date(moment));
  const state = clockState(left);
  return (
    <div role="timer" aria-live="off" className={cn("tabular", looks[state])}>
      <span suppressHydrationWarning className={cn("font-semibold tabular-nums leading-none", className)}>
        {clockText(left)}
      </span>
      <span className="ms-3 text-base">{runningSince === null ? t("paused") : t(`state.${state}`)}</span>
    </div>
  );
}
