"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { CheckInKind } from "@/db/enums";
import type { DoorList, DoorNow, Outcome } from "@/domain/check-ins/rules";
import { now as clock } from "@/lib/clock";
import { ask } from "./ask";
import {
  dropRefused,
  dropSent,
  enqueue,
  forgetKnown,
  forgetOver,
  type Known,
  keepKnown,
  keepRefused,
  markOffline,
  type Refused,
  readKnown,
  refusedOf,
  type WaitingScan,
  waiting,
} from "./keep";
import { forgetDevice, keepShell } from "./shell";

/** Milliseconds between two looks at the server; it answers sooner after every check-in. */
const pause = 15_000;
/** Milliseconds to wait for the list, which can be long. */
const longPatience = 20_000;

/** The event at whose door we stand. */
export type DoorEvent = { id: string; zone: string; forgetAt: string };

/** Why the server gives nothing: the session has ended, or the door is closed to this person or at all. */
export type Trouble = "signed_out" | "refused" | "forgotten" | null;

type Synced = { outcomes: Outcome[]; now: DoorNow | null };

/**
 * A door and what is known at it: the list, who is in, what waits to be sent. Everything that is seen is kept on the
 * device first and sent then; when the server does not answer in three seconds the door goes on by itself, and sends what
 * waits as soon as it answers again.
 */
export function useDoor(base: string, event: DoorEvent, device: string) {
  const [known, setKnown] = useState<Known | null>(null);
  const [queue, setQueue] = useState<WaitingScan[]>([]);
  const [refused, setRefused] = useState<Refused[]>([]);
  const [offlineSince, setOfflineSince] = useState<Date | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [ready, setReady] = useState(false);
  const [installed, setInstalled] = useState<boolean | null>(null);
  const busy = useRef<Promise<unknown>>(Promise.resolve());
  const list = useRef<DoorList | null>(null);
  const stopped = useRef(false);
  const named = useRef(device);
  useEffect(() => {
    named.current = device;
  }, [device]);

  /** One conversation with the server at a time. */
  const inTurn = useCallback(<Result>(deed: () => Promise<Result>): Promise<Result> => {
    const next = busy.current.then(deed);
    busy.current = next.catch(() => {});
    return next;
  }, []);

  const learn = useCallback(
    async (fresh: Known) => {
      list.current = fresh.list;
      setKnown(fresh);
      await keepKnown(event.id, fresh, new Date(event.forgetAt));
    },
    [event.id, event.forgetAt],
  );

  const failed = useCallback(
    async (kind: "signed_out" | "refused" | "unreachable") => {
      if (kind === "unreachable") {
        setOfflineSince((since) => since ?? clock());
        await markOffline(event.id);
        setQueue(await waiting(event.id));
        return;
      }
      setOfflineSince(null);
      setTrouble(kind);
      list.current = null;
      setKnown(null);
      await forgetKnown(event.id);
    },
    [event.id],
  );

  const talk = useCallback(async (): Promise<Outcome[]> => {
    const scans = (await waiting(event.id)).slice(0, 500);
    const sentAt = clock().toISOString();
    const answer = await ask<Synced>(`${base}/sync`, { device: named.current, sentAt, scans });
    if (answer.kind !== "answered") {
      await failed(answer.kind);
      return [];
    }
    const { outcomes, now } = answer.data;
    const at = new Map(scans.map((scan) => [scan.nonce, scan.at]));
    for (const outcome of outcomes) {
      if (outcome.result === "refused")
        await keepRefused({ ...outcome, eventId: event.id, at: at.get(outcome.nonce) ?? sentAt });
    }
    await dropSent(event.id, new Set(outcomes.map(({ nonce }) => nonce)));
    setQueue(await waiting(event.id));
    setRefused(await refusedOf(event.id));
    setOfflineSince(null);
    setTrouble(null);
    if (!list.current || (now && now.version !== list.current.version)) {
      const fetched = await ask<DoorList>(`${base}/list`, undefined, longPatience);
      if (fetched.kind === "answered") await learn({ list: fetched.data, now });
      else await failed(fetched.kind);
    } else await learn({ list: list.current, now });
    return outcomes;
  }, [base, event.id, failed, learn]);

  /** Sends what waits, and learns how the door stands. */
  const sync = useCallback(async () => (stopped.current ? [] : inTurn(talk)), [inTurn, talk]);

  /** Forgets everybody, and asks for nothing more until the page is loaded anew. */
  const forget = useCallback(async () => {
    stopped.current = true;
    await inTurn(forgetDevice);
    list.current = null;
    setKnown(null);
    setTrouble("forgotten");
    setInstalled(false);
  }, [inTurn]);

  useEffect(() => {
    const begin = async () => {
      await forgetOver(clock());
      const kept = await readKnown(event.id);
      setQueue(await waiting(event.id));
      setRefused(await refusedOf(event.id));
      if (kept) {
        list.current = kept.list;
        setKnown(kept);
      }
      setReady(true);
      await sync();
      setInstalled(await keepShell(base));
    };
    void begin();
    const again = () => {
      if (clock() >= new Date(event.forgetAt) && !stopped.current) void forget();
      else if (document.visibilityState === "visible") void sync();
    };
    const timer = setInterval(again, pause);
    window.addEventListener("online", again);
    window.addEventListener("offline", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
      window.removeEventListener("offline", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [base, event.id, event.forgetAt, sync, forget]);

  /** Notes what was seen, and sends it; without the server it waits. Answers what became of it, where that is known. */
  async function note(kind: CheckInKind, participationId: string | null, badge: string | null) {
    const nonce = crypto.randomUUID();
    const at = clock().toISOString();
    await enqueue(event.id, { nonce, kind, participationId, badge, at, offline: offlineSince !== null });
    setQueue(await waiting(event.id));
    if (offlineSince) {
      void sync();
      return undefined;
    }
    const outcomes = await sync();
    return outcomes.find((outcome) => outcome.nonce === nonce);
  }

  async function dismiss(nonce: string) {
    await dropRefused(nonce);
    setRefused(await refusedOf(event.id));
  }

  return {
    known,
    queue,
    refused,
    offlineSince,
    trouble,
    ready,
    installed,
    note,
    sync,
    dismiss,
    forget,
  };
}

export type Door = ReturnType<typeof useDoor>;
