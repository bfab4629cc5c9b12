import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mailings } from "@/db/schema/mailings";
import type { Actor } from "@/domain/access/actor";
import type { Action } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";

/**
 * Locks a bulk mail that can still be changed, asks for the right, and answers it. Refuses `not_found`, `not_allowed`,
 * `mailing_released`, `mailing_discarded`.
 */
export async function lockMailing(tx: Transaction, actor: Actor, action: Action, id: string) {
  const [mailing] = await tx.select().from(mailings).where(eq(mailings.id, id)).for("update");
  if (!mailing) throw new Refusal("not_found");
  ensure(actor, action);
  if (mailing.releasedAt) throw new Refusal("mailing_released");
  if (mailing.discardedAt) throw new Refusal("mailing_discarded");
  return mailing;
}
