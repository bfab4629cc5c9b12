"use client";

import { useEffect, useState } from "react";
import { now } from "@/lib/clock";

/**
 * The present moment by the server's clock, told anew every so many milliseconds: `serverNow` is what that clock said
 * when the page was made, and is what stands there before any script runs.
 */
export function useClock(serverNow: number, every = 250): number {
  const [moment, setMoment] = useState(serverNow);
  useEffect(() => {
    const ahead = serverNow - now().getTime();
    const tick = () => setMoment(now().getTime() + ahead);
    tick();
    const clock = setInterval(tick, every);
    return () => clearInterval(clock);
  }, [serverNow, every]);
  return moment;
}
