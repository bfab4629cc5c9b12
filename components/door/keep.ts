/**
 * What a device at the door keeps: whom it knows, encrypted with a key that cannot be taken out of the browser; and what
 * it saw and has not sent yet, which names nobody. It forgets whom it knows after the event, when somebody signs out,
 * and when it is told to; what is unsent it keeps until it is sent.
 */

import type { CheckInKind } from "@/db/enums";
import type { DoorList, DoorNow, Outcome } from "@/domain/check-ins/rules";

/** A scan that waits to be sent, as the server takes it. Instants are ISO 8601. */
export type WaitingScan = {
  nonce: string;
  kind: CheckInKind;
  participationId: string | null;
  badge: string | null;
  at: string;
  offline: boolean;
};

/** Whom a device knows of an event. */
export type Known = { list: DoorList; now: DoorNow | null };

type Sealed = { eventId: string; forgetAt: number; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };
type Queued = WaitingScan & { eventId: string };
/** A scan that the server did not take: shown until somebody has seen it. */
export type Refused = Outcome & { eventId: string; at: string };

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= (() => {
    const request = indexedDB.open("plenary-door", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("keys");
      request.result.createObjectStore("known", { keyPath: "eventId" });
      request.result.createObjectStore("queue", { autoIncrement: true }).createIndex("eventId", "eventId");
      request.result.createObjectStore("refused", { keyPath: "nonce" }).createIndex("eventId", "eventId");
    };
    return done(request);
  })();
  return opened;
}

async function store(name: "keys" | "known" | "queue" | "refused", mode: IDBTransactionMode = "readonly") {
  return (await open()).transaction(name, mode).objectStore(name);
}

/** The device's key; made at first use. Two pages that make one at once use the first. */
async function key(): Promise<CryptoKey> {
  const kept: CryptoKey | undefined = await done((await store("keys")).get("list"));
  if (kept) return kept;
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  await done((await store("keys", "readwrite")).add(fresh, "list")).catch(() => {});
  return done((await store("keys")).get("list"));
}

/** Keeps whom the device knows of an event, until `forgetAt`. */
export async function keepKnown(eventId: string, known: Known, forgetAt: Date): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(known));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), text);
  const row: Sealed = { eventId, forgetAt: forgetAt.getTime(), iv, sealed };
  await done((await store("known", "readwrite")).put(row));
}

/** Whom the device knows of an event; nothing where it knows nobody or cannot read it any more. */
export async function readKnown(eventId: string): Promise<Known | undefined> {
  const row: Sealed | undefined = await done((await store("known")).get(eventId));
  if (!row) return undefined;
  try {
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv }, await key(), row.sealed);
    return JSON.parse(new TextDecoder().decode(text)) as Known;
  } catch {
    return undefined;
  }
}

/** Forgets whom the device knows of events that are long enough over. */
export async function forgetOver(at: Date): Promise<void> {
  const rows: Sealed[] = await done((await store("known")).getAll());
  for (const { eventId, forgetAt } of rows) if (forgetAt <= at.getTime()) await forgetKnown(eventId);
}

/** Forgets whom the device knows of an event. */
export async function forgetKnown(eventId: string): Promise<void> {
  await done((await store("known", "readwrite")).delete(eventId));
}

/** Forgets everybody, and the key; what is unsent stays. */
export async function forgetEverybody(): Promise<void> {
  await done((await store("known", "readwrite")).clear());
  await done((await store("keys", "readwrite")).clear());
}

/** Keeps a scan until it is sent. */
export async function enqueue(eventId: string, scan: WaitingScan): Promise<void> {
  await done((await store("queue", "readwrite")).add({ ...scan, eventId } satisfies Queued));
}

/** What waits to be sent, in the order in which it was seen. */
export async function waiting(eventId: string): Promise<WaitingScan[]> {
  const rows: Queued[] = await done((await store("queue")).index("eventId").getAll(eventId));
  return rows.map(({ eventId: _, ...scan }) => scan);
}

/** Goes through what waits: `change` answers a scan as it is to be kept, or null where it waits no longer. */
async function eachWaiting(eventId: string, change: (scan: Queued) => Queued | null): Promise<void> {
  const request = (await store("queue", "readwrite")).index("eventId").openCursor(eventId);
  await new Promise<void>((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve();
      const kept = change(cursor.value);
      if (kept) cursor.update(kept);
      else cursor.delete();
      cursor.continue();
    };
  });
}

/** Notes that what waits was decided without the server. */
export const markOffline = (eventId: string) => eachWaiting(eventId, (scan) => ({ ...scan, offline: true }));

/** Drops what the server has answered. */
export const dropSent = (eventId: string, sent: ReadonlySet<string>) =>
  eachWaiting(eventId, (scan) => (sent.has(scan.nonce) ? null : scan));

/** Keeps what the server did not take, to be shown. */
export async function keepRefused(refused: Refused): Promise<void> {
  await done((await store("refused", "readwrite")).put(refused));
}

/** What the server did not take, of an event. */
export async function refusedOf(eventId: string): Promise<Refused[]> {
  return done((await store("refused")).index("eventId").getAll(eventId));
}

/** Somebody has seen that it was not taken. */
export async function dropRefused(nonce: string): Promise<void> {
  await done((await store("refused", "readwrite")).delete(nonce));
}
