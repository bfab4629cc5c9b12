import crypto from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { badges } from "@/db/schema/door";
import { participations } from "@/db/schema/participations";

/** The badges of those who nominate early are printed; nobody holds their codes, which are as random as real ones. */
export async function seedBadges(tx: Transaction, eventId: string, at: Date) {
  const approved = await tx
    .select({ id: participations.id })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.state, "approved")))
    .orderBy(participations.arrival);
  const printed = approved.slice(0, Math.ceil(approved.length / 2));
  if (printed.length === 0) return;
  await tx.insert(badges).values(
    printed.map(({ id }) => ({
      participationId: id,
      eventId,
      number: 1,
      codeHash: crypto.createHash("sha256").update(crypto.randomBytes(16)).digest("hex"),
      printedAt: at,
      printedByName: "Ingrid Aalto",
    })),
  );
}
