import { type DoorNow, type Guest, inSince, type Seen } from "@/domain/check-ins/rules";
import { dayIn } from "@/lib/time";
import type { Known, WaitingScan } from "./keep";

/** Since when each person is in today, by what the server said last and what was seen here since. */
export function presence(
  now: DoorNow | null,
  queue: readonly WaitingScan[],
  today: string,
  zone: string,
): ReadonlyMap<string, Date> {
  const seen = new Map<string, Seen[]>();
  if (now?.day === today)
    for (const { id, since } of now.present) seen.set(id, [{ nonce: "", kind: "in", at: new Date(since) }]);
  for (const { participationId: id, nonce, kind, at: noted } of queue) {
    const at = new Date(noted);
    if (id && dayIn(at, zone) === today) seen.set(id, [...(seen.get(id) ?? []), { nonce, kind, at }]);
  }
  return new Map(
    [...seen].flatMap(([id, own]) => {
      const since = inSince(own);
      return since ? [[id, since] as const] : [];
    }),
  );
}

/**
 * Whom a badge stands for, by the hash of its code: somebody who may come in; one that counts no more, with whose it was
 * where they may come in by another; or one that the list does not know.
 */
export type Found =
  | { kind: "guest"; guest: Guest; badge: string | null }
  | { kind: "bad"; why: "void_badge" | "not_approved"; guest: Guest | undefined }
  | { kind: "unknown"; badge: string };

/** Whom a badge stands for. */
export function whose(known: Known, badge: string): Found {
  const guest = known.list.guests.find((one) => one.badge === badge);
  if (guest) return { kind: "guest", guest, badge };
  const bad = known.list.refused.find(({ hash }) => hash === badge);
  if (!bad) return { kind: "unknown", badge };
  const why = bad.why === "void_badge" ? "void_badge" : "not_approved";
  return { kind: "bad", why, guest: known.list.guests.find(({ id }) => id === bad.id) };
}

/** The hash under which the code of a badge is kept: SHA-256, in hex. */
export async function hashOfCode(code: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
