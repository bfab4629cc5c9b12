import type { Transaction } from "@/db/client";
import { groups } from "@/db/schema/group";
import { mails } from "@/db/schema/mails";
import { pick } from "@/lib/i18n/pick";
import { enqueue } from "@/lib/jobs/enqueue";
import { renderLetter } from "@/lib/mail/render";
import type { Mail } from "./mail";

/**
 * Writes a mail into the outbox in the transaction of the deed it tells of, and the job that delivers it. A mail whose
 * key is there already is not written again; the answer says whether this call wrote it.
 */
export async function post(tx: Transaction, mail: Mail): Promise<boolean> {
  const [group] = await tx.select({ name: groups.name, secretariat: groups.secretariat }).from(groups);
  const { locale } = mail.to;
  const letter = await renderLetter({
    locale,
    from: group ? pick(group.name, locale).text : "Plenary",
    subject: mail.subject,
    paragraphs: mail.paragraphs,
    action: mail.action,
    footer: group ? [pick(group.secretariat, locale).text].filter(Boolean) : [],
  });
  const [row] = await tx
    .insert(mails)
    .values({
      idempotencyKey: mail.key,
      toAddress: mail.to.address,
      toName: mail.to.name ?? "",
      locale,
      template: mail.template,
      subject: mail.subject,
      ...letter,
      secrets: mail.secrets ?? null,
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
