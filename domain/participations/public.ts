import { db } from "@/db/client";
import { poolsOf } from "@/domain/pools/queries";
import { freeIn } from "@/domain/pools/rules";

/** How many seats of an event anybody may still take: a number alone, for the way in. */
export async function publicSeatsFree(eventId: string, at: Date): Promise<number> {
  return freeIn(await poolsOf(db(), eventId, at), "open");
}
