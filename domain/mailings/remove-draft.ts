import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { lockMailing } from "./lock";

/**
 * Takes one recipient out of a bulk mail that is not released: their draft is cancelled and stays so. Refuses
 * `not_found`, `mailing_released`, `mailing_discarded`.
 */
export async function removeDraft(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    ensure(actor, "mailing.compose");
    const [mail] = await tx.select({ mailingId: mails.mailingId }).from(mails).where(eq(mails.id, id));
    if (!mail?.mailingId) throw new Refusal("not_found");
    const mailing = await lockMailing(tx, actor, "mailing.compose", mail.mailingId);
    await tx.update(mails).set({ state: "cancelled", secrets: null }).where(eq(mails.id, id));
    await record(tx, actor, {
      action: "mailing.compose",
      subject: ["mailing", mailing.id],
      eventId: mailing.eventId,
      at,
      details: { removed: 1 },
    });
    return { id };
  });
}
