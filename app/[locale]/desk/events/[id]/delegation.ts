import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { focalPoint } from "@/app/_request/actor";
import { delegationAtDesk, memberAtDesk } from "@/domain/delegations/desk-queries";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";

/** The delegation of whoever asks, at the event of these pages, read once per request; 404 where there is none. */
export const delegationHere = cache(async (eventId: string) => {
  const actor = await focalPoint();
  return found(() => delegationAtDesk(actor, eventId, now()), eventId);
});

/** One of that delegation; 404 for anybody else. */
export const memberHere = cache(async (eventId: string, participationId: string) => {
  const actor = await focalPoint();
  const wanted = { eventId, participationId };
  return found(() => memberAtDesk(actor, wanted, now()), eventId, participationId);
});

async function found<T>(ask: () => Promise<T>, ...ids: string[]): Promise<T> {
  if (!ids.every((id) => z.uuid().safeParse(id).success)) notFound();
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
}
