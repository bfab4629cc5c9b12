import { inArray } from "drizzle-orm";
import { db, driver } from "@/db/client";
import { liveVersions } from "@/db/schema/live";
import { log } from "@/lib/log";

/** Milliseconds between two looks at the versions themselves, in case the line was cut without anybody noticing. */
const CERTAINTY = 15_000;

type Listener = (version: number) => void;
type Hub = {
  listeners: Map<string, Set<Listener>>;
  heard: Map<string, number>;
  listening?: Promise<unknown>;
  clock?: NodeJS.Timeout;
};

/** Kept on `globalThis`: the routes that share it load this module separately. */
const kept = globalThis as typeof globalThis & { plenaryLive?: Hub };
kept.plenaryLive ??= { listeners: new Map(), heard: new Map() };
const hub = kept.plenaryLive;

/**
 * Calls a listener with the new version whenever what is shown of an event has changed; answers how to stop that. One
 * connection of the process listens for all of them, from the first listener on. Every new connection, and every
 * quarter of a minute, asks for the versions themselves, so that nothing said while the line was cut is lost.
 */
export function hear(eventId: string, listener: Listener): () => void {
  const own = hub.listeners.get(eventId) ?? new Set();
  own.add(listener);
  hub.listeners.set(eventId, own);
  listen();
  return () => {
    own.delete(listener);
    if (own.size > 0 || hub.listeners.get(eventId) !== own) return;
    hub.listeners.delete(eventId);
    hub.heard.delete(eventId);
    if (hub.listeners.size === 0) clearInterval(hub.clock);
  };
}

function listen() {
  if (hub.listeners.size === 1) {
    clearInterval(hub.clock);
    hub.clock = setInterval(() => void ask(), CERTAINTY).unref();
  }
  hub.listening ??= driver()
    .listen("plenary_live", said, () => void ask())
    .catch((err: unknown) => {
      log.warn({ err }, "what happens cannot be listened for");
      hub.listening = undefined;
    });
}

/** What a notification says: the event and its version. */
function said(payload: string) {
  const [eventId = "", version] = payload.split(" ");
  tell(eventId, Number(version));
}

function tell(eventId: string, version: number) {
  if (version <= (hub.heard.get(eventId) ?? -1)) return;
  const listeners = hub.listeners.get(eventId);
  if (!listeners) return;
  hub.heard.set(eventId, version);
  for (const listener of listeners) listener(version);
}

async function ask() {
  const ids = [...hub.listeners.keys()];
  if (ids.length === 0) return;
  if (!hub.listening) listen();
  try {
    const rows = await db().select().from(liveVersions).where(inArray(liveVersions.eventId, ids));
    for (const row of rows) tell(row.eventId, row.version);
  } catch (err) {
    log.warn({ err }, "what happens could not be asked for");
  }
}
