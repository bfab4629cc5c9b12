"use client";

import type { ReactNode } from "react";
import { useStars } from "./stars";

/** Shown where one of the items is starred in this browser. */
export function Starred({ eventId, ids, children }: { eventId: string; ids: string[]; children: ReactNode }) {
  const stars = useStars(eventId);
  return stars && ids.some((id) => stars.items.includes(id)) ? children : null;
}

/** Shown where none of the items is starred in this browser. */
export function NotStarred({
  eventId,
  ids,
  children,
}: {
  eventId: string;
  ids: string[];
  children: ReactNode;
}) {
  const stars = useStars(eventId);
  return stars && !ids.some((id) => stars.items.includes(id)) ? children : null;
}
