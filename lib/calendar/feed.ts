import { addEntry, type CalendarEntry, calendar } from "./calendar";

/** Entries as a calendar that programs subscribe to. */
export function calendarFeed(name: string, entries: CalendarEntry[]): Response {
  const feed = calendar(name);
  for (const entry of entries) addEntry(feed, entry);
  return new Response(feed.toString(), {
    headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "no-cache" },
  });
}
