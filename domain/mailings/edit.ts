import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mailings } from "@/db/schema/mailings";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { ensureFillable } from "@/domain/templates/fillable";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditMailingInput } from "./input";
import { lockMailing } from "./lock";
import { addressedBy, targetOf } from "./rules";
import { beginWording } from "./word";

/**
 * Gives a bulk mail other words, and each of its drafts with them; the recipients stay. Refuses `stale` with theirs,
 * `mailing_released`, `mailing_discarded`, `unknown_placeholder`.
 */
export async function edit(actor: Actor, input: EditMailingInput, at = now()) {
  const { id, revision, subject, body, withCalendar } = input;
  return db().transaction(async (tx) => {
    ensure(actor, "mailing.compose");
    const before = await lockMailing(tx, actor, "mailing.compose", id);
    if (before.revision !== revision)
      throw new Refusal("stale", {}, { theirs: { ...before, withCalendar: before.withCalendar > 0 } });
    ensureFillable(addressedBy(targetOf(before.filter)), { subject, body });
    const [mailing] = await tx
      .update(mailings)
      .set({ subject, body, withCalendar: withCalendar ? 1 : 0, revision: revision + 1 })
      .where(eq(mailings.id, id))
      .returning();
    if (!mailing) throw new Refusal("not_found");
    await tx
      .update(mails)
      .set({ html: "", text: "" })
      .where(and(eq(mails.mailingId, id), eq(mails.state, "draft")));
    await beginWording(tx, mailing, at);
    await record(tx, actor, {
      action: "mailing.compose",
      subject: ["mailing", id],
      eventId: mailing.eventId,
      at,
      details: { revision: mailing.revision },
    });
    return { revision: mailing.revision, eventId: mailing.eventId };
  });
}
