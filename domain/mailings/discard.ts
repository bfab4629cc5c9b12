import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mailings } from "@/db/schema/mailings";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { MailingStepInput } from "./input";
import { lockMailing } from "./lock";

/** Throws a bulk mail away that is not released: none of its drafts will leave. Refuses `stale`, `mailing_released`. */
export async function discard(actor: Actor, { id, revision }: MailingStepInput, at = now()) {
  return db().transaction(async (tx) => {
    ensure(actor, "mailing.discard");
    const mailing = await lockMailing(tx, actor, "mailing.discard", id);
    if (mailing.revision !== revision) throw new Refusal("stale");
    await tx
      .update(mailings)
      .set({ discardedAt: at, revision: revision + 1 })
      .where(eq(mailings.id, id));
    const thrown = await tx
      .update(mails)
      .set({ state: "cancelled", secrets: null })
      .where(and(eq(mails.mailingId, id), eq(mails.state, "draft")))
      .returning({ id: mails.id });
    await record(tx, actor, {
      action: "mailing.discard",
      subject: ["mailing", id],
      eventId: mailing.eventId,
      at,
      details: { drafts: thrown.length },
    });
    return { drafts: thrown.length };
  });
}
