import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { Refusal } from "@/lib/refusal";

/** The delegation of an organisation at an event; begun where there is none. Behind the event's lock. */
export async function delegationOf(
  tx: Transaction,
  eventId: string,
  organisationId: string,
  at: Date,
): Promise<string> {
  await tx.insert(delegations).values({ eventId, organisationId, createdAt: at }).onConflictDoNothing();
  const [row] = await tx
    .select({ id: delegations.id })
    .from(delegations)
    .where(and(eq(delegations.eventId, eventId), eq(delegations.organisationId, organisationId)));
  if (!row) throw new Refusal("not_found");
  return row.id;
}
