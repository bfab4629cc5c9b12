import type { Transaction } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { enqueueForEach } from "@/lib/jobs/enqueue";
import type { Mail } from "./mail";
import { letterhead, shape } from "./shape";

/** What is the same for all of them. */
type Circular = Omit<Mail, "key" | "to" | "secrets"> & { locale: Mail["to"]["locale"] };

/**
 * Writes the same mail to many into the outbox, drawn once, in two statements. A mail whose key is there already is not
 * written again. Answers how many were. PostgreSQL takes 65,535 values: no more than 2,000 at a time.
 */
export async function postSeveral(
  tx: Transaction,
  mail: Circular,
  recipients: readonly { key: string; address: string; secrets: Record<string, string> }[],
): Promise<number> {
  if (recipients.length === 0) return 0;
  const shaped = await shape(await letterhead(tx), { ...mail, to: { locale: mail.locale } });
  const rows = await tx
    .insert(mails)
    .values(
      recipients.map(({ key, address, secrets }) => ({
        idempotencyKey: key,
        toAddress: address,
        locale: mail.locale,
        template: mail.template,
        subject: mail.subject,
        ...shaped,
        secrets,
        headers: mail.headers ?? {},
        attachments: mail.attachments ?? [],
        aboutKind: mail.about?.[0] ?? null,
        aboutId: mail.about?.[1] ?? null,
        eventId: mail.eventId ?? null,
      })),
    )
    .onConflictDoNothing({ target: mails.idempotencyKey })
    .returning({ id: mails.id });
  const ids = rows.map((row) => row.id);
  await enqueueForEach(tx, "deliver-mail", ids, "mail:");
  return ids.length;
}
