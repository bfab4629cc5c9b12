"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId } from "react";

type Props = { label: string; done: number; of: number };

/** How often a page that shows work in progress asks how far it is. */
const pause = 2_000;

/** How far a long job is; the page asks again by itself until it is done, and can be left meanwhile. */
export function Progress({ label, done, of }: Props) {
  const router = useRouter();
  const id = useId();
  const goesOn = done < of;
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(() => router.refresh(), pause);
    return () => clearInterval(timer);
  }, [goesOn, router]);
  return (
    <div className="max-w-md space-y-1 text-sm">
      <label htmlFor={id} className="block tabular-nums">
        {label}
      </label>
      <progress id={id} value={done} max={of} className="h-2 w-full accent-accent" />
    </div>
  );
}
