import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { subscriptions } from "@/db/schema/subscriptions";
import { eraseMails } from "@/domain/privacy/erase-traces";
import { confirmDays } from "./rules";

/** The mails only subscribers get. */
const templates = ["subscription", "news", "news-digest"];

/** Days that mails to subscribers are kept after they left. */
const keptDays = 30;

/** Erases the mails that went to a subscriber; what has not left never will. */
export async function eraseSubscriber(tx: Transaction, { email }: { email: string }) {
  await eraseMails(tx, and(eq(mails.toAddress, email), inArray(mails.template, templates)));
}

/** Erases who asked for news and never confirmed it, and old mails to subscribers. Answers how many of the first. */
export async function eraseUnconfirmed(tx: Transaction, at: Date): Promise<number> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const gone = await tx
    .delete(subscriptions)
    .where(
      and(
        isNull(subscriptions.confirmedAt),
        isNull(subscriptions.endedAt),
        lte(subscriptions.askedAt, sql`${moment} - make_interval(days => ${confirmDays})`),
      ),
    )
    .returning({ email: subscriptions.email });
  for (const one of gone) await eraseSubscriber(tx, one);
  await eraseMails(
    tx,
    and(
      inArray(mails.template, templates),
      sql`${mails.toAddress} <> ''`,
      lte(mails.createdAt, sql`${moment} - make_interval(days => ${keptDays})`),
    ),
  );
  return gone.length;
}
