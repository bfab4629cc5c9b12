import type { Transaction } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Mail } from "./mail";
import { letterhead, shape } from "./shape";

/**
 * Writes a mail into the outbox in the transaction of the deed it tells of, and the job that delivers it. A mail whose
 * key is there already is not written again; the answer says whether this call wrote it.
 */
export async function post(tx: Transaction, mail: Mail): Promise<boolean> {
  const [row] = await tx
    .insert(mails)
    .values({
      idempotencyKey: mail.key,
      toAddress: mail.to.address,
      toName: mail.to.name ?? "",
      locale: mail.to.locale,
      template: mail.template,
      subject: mail.subject,
      ...(await shape(await letterhead(tx), mail)),
      secrets: mail.secrets ?? null,
      headers: mail.headers ?? {},
      attachments: mail.attachments ?? [],
      aboutKind: mail.about?.[0] ?? null,
      aboutId: mail.about?.[1] ?? null,
      eventId: mail.eventId ?? null,
    })
    .onConflictDoNothing({ target: mails.idempotencyKey })
    .returning({ id: mails.id });
  if (!row) return false;
  await enqueue(tx, "deliver-mail", { id: row.id }, { jobKey: `mail:${row.id}` });
  return true;
}
