import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { Refusal } from "@/lib/refusal";

/**
 * Tries a mail again at once that failed, bounced or waits. Refuses `mail_sent` where it has left or was taken back, and
 * `mail_is_draft`: a draft leaves with the bulk mail it belongs to.
 */
export async function retry(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    const [row] = await tx.select().from(mails).where(eq(mails.id, id)).for("update");
    if (!row) throw new Refusal("not_found");
    ensure(actor, "mail.retry");
    if (row.state === "sent" || row.state === "cancelled") throw new Refusal("mail_sent");
    if (row.state === "draft") throw new Refusal("mail_is_draft");
    await tx.update(mails).set({ state: "queued", attempts: 0, nextAttemptAt: at }).where(eq(mails.id, id));
    await enqueue(tx, "deliver-mail", { id }, { jobKey: `mail:${id}` });
    await record(tx, actor, { action: "mail.retry", subject: ["mail", id], eventId: row.eventId, at });
    return { id };
  });
}
