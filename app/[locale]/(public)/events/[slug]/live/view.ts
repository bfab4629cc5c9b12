import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { liveView } from "@/domain/live/view";
import { now } from "@/lib/clock";

/** What is public of an event as it happens, read once per request; 404 where the event is not public. */
export const liveHere = cache(async (slug: string) => {
  const at = now();
  const found = await liveView(slug, at);
  if (!found) notFound();
  const { eventId: _, ...view } = found;
  return { view, at };
});
