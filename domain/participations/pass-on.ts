import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { now } from "@/lib/clock";
import { promote } from "./promote";

/** Passes on the seats of an event that became free by the clock alone: a guarantee that ran out. Repeatable. */
export async function passOn(actor: Actor, { id }: { id: string }, at = now()): Promise<number> {
  ensure(actor, "participation.promote");
  return db().transaction(async (tx) => promote(tx, await lockEvent(tx, id), at));
}
