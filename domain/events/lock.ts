import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { Refusal } from "@/lib/refusal";

/** Locks an event's row, which is the queue for its seats, and answers it. Refuses `not_found`. */
export async function lockEvent(tx: Transaction, id: string) {
  const [event] = await tx.select().from(events).where(eq(events.id, id)).for("update");
  if (!event) throw new Refusal("not_found");
  return event;
}

export type EventRow = Awaited<ReturnType<typeof lockEvent>>;
