import type { Transaction } from "@/db/client";
import type { Locale, SubjectKind } from "@/db/enums";
import { mails } from "@/db/schema/mails";

/** For whom a mail of a mailing is meant, before it has words. */
export type Draft = {
  to: { address: string; name: string; locale: Locale };
  about: readonly [SubjectKind, string];
};

/** Rows written by one statement: PostgreSQL takes 65,535 values. */
const atOnce = 2_000;

/**
 * Writes the mails of a mailing into the outbox without words and without jobs: a draft never leaves by itself. One per
 * address; the words come from `domain/mailings/word`.
 */
export async function draft(
  tx: Transaction,
  mailing: { id: string; eventId: string },
  drafts: readonly Draft[],
) {
  for (let from = 0; from < drafts.length; from += atOnce) {
    const rows = drafts.slice(from, from + atOnce).map(({ to, about }) => ({
      idempotencyKey: `mailing:${mailing.id}:${to.address}`,
      toAddress: to.address,
      toName: to.name,
      locale: to.locale,
      template: "mailing",
      subject: "",
      text: "",
      html: "",
      aboutKind: about[0],
      aboutId: about[1],
      eventId: mailing.eventId,
      mailingId: mailing.id,
      state: "draft" as const,
    }));
    await tx.insert(mails).values(rows).onConflictDoNothing({ target: mails.idempotencyKey });
  }
}
