import { and, count, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { pressRecipients } from "@/db/schema/subscriptions";
import { Refusal } from "@/lib/refusal";
import { mostRecipients } from "./rules";

/** What the database refuses of the press list, as refusals. */
export const listConstraints = { press_recipients_live: "recipient_known" };

/** Locks a recipient's row. Refuses `not_found`, and `stale` with theirs where it is not the revision that was seen. */
export async function lockRecipient(tx: Transaction, { id, revision }: { id: string; revision: number }) {
  const live = and(eq(pressRecipients.id, id), isNull(pressRecipients.removedAt));
  const [row] = await tx.select().from(pressRecipients).where(live).for("update");
  if (!row) throw new Refusal("not_found");
  const { name, outlet, email, locale } = row;
  if (row.revision !== revision)
    throw new Refusal("stale", {}, { theirs: { revision: row.revision, name, outlet, email, locale } });
  return row;
}

/** Refuses `press_list_long` where so many more would be too many. */
export async function ensureRoom(tx: Transaction, more: number) {
  const [row] = await tx
    .select({ all: count() })
    .from(pressRecipients)
    .where(isNull(pressRecipients.removedAt));
  if ((row?.all ?? 0) + more > mostRecipients) throw new Refusal("press_list_long", { most: mostRecipients });
}
