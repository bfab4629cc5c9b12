import { driver } from "@/db/client";
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
type Channel = {
  /** What PostgreSQL is told on: a notification is an id and its new version. */
  name: string;
  /** The versions as they are now. */
  versionsOf: (ids: string[]) => Promise<{ id: string; version: number }[]>;
};

/** Kept on `globalThis`: the routes that share it load this module separately. */
const kept = globalThis as typeof globalThis & { plenaryHubs?: Map<string, Hub> };
kept.plenaryHubs ??= new Map();
const hubs = kept.plenaryHubs;

/**
 * What calls listeners with the new version of a thing whenever it changed, and answers how to stop that. One connection
 * of the process listens for all of a channel, from the first listener on. Every new connection, and every quarter of a
 * minute, asks for the versions themselves, so that nothing said while the line was cut is lost.
 */
export function hearing({ name, versionsOf }: Channel) {
  const hub: Hub = hubs.get(name) ?? { listeners: new Map(), heard: new Map() };
  hubs.set(name, hub);

  function hear(id: string, listener: Listener): () => void {
    const own = hub.listeners.get(id) ?? new Set();
    own.add(listener);
    hub.listeners.set(id, own);
    listen();
    return () => {
      own.delete(listener);
      if (own.size > 0 || hub.listeners.get(id) !== own) return;
      hub.listeners.delete(id);
      hub.heard.delete(id);
      if (hub.listeners.size === 0) clearInterval(hub.clock);
    };
  }

  function listen() {
    if (hub.listeners.size === 1) {
      clearInterval(hub.clock);
      hub.clock = setInterval(() => void ask(), CERTAINTY).unref();
    }
    hub.listening ??= driver()
      .listen(name, said, () => void ask())
      .catch((err: unknown) => {
        log.warn({ err, channel: name }, "what happens cannot be listened for");
        hub.listening = undefined;
      });
  }

  function said(payload: string) {
    const [id = "", version] = payload.split(" ");
    tell(id, Number(version));
  }

  function tell(id: string, version: number) {
    if (version <= (hub.heard.get(id) ?? -1)) return;
    const listeners = hub.listeners.get(id);
    if (!listeners) return;
    hub.heard.set(id, version);
    for (const listener of listeners) listener(version);
  }

  async function ask() {
    const ids = [...hub.listeners.keys()];
    if (ids.length === 0) return;
    if (!hub.listening) listen();
    try {
      for (const { id, version } of await versionsOf(ids)) tell(id, version);
    } catch (err) {
      log.warn({ err, channel: name }, "what happens could not be asked for");
    }
  }

  return hear;
}
