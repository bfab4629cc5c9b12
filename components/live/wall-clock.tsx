"use client";

import { useLocale } from "next-intl";
import { formatClock, zoneName } from "@/lib/time";
import { useClock } from "./use-clock";

/** The time of day in the event's zone, by the server's clock. */
export function WallClock({ zone, serverNow }: { zone: string; serverNow: number }) {
  const locale = useLocale();
  const at = new Date(useClock(serverNow, 1_000));
  return (
    <span suppressHydrationWarning className="tabular-nums">
      {formatClock(at, zone, locale)} {zoneName(zone, at)}
    </span>
  );
}
