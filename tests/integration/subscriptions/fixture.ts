import crypto from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { subscriptions } from "@/db/schema/subscriptions";
import { confirm } from "@/domain/subscriptions/confirm";
import type { SubscribeInput } from "@/domain/subscriptions/input";
import { sendSubscriptionLink } from "@/domain/subscriptions/subscribe";
import { house, stranger } from "../../support/actors";
import { at } from "../../support/make";

export const address = () => `reader-${crypto.randomUUID()}@example.org`;

export const asked = (wishes: Partial<SubscribeInput> = {}): Omit<SubscribeInput, "website"> => ({
  email: address(),
  locale: "en",
  cadence: "at_once",
  kinds: [],
  ...wishes,
});

/** Every mail to an address, oldest first, also one that was cancelled. */
export const mailsTo = (email: string, template?: string) =>
  db()
    .select()
    .from(mails)
    .where(and(eq(mails.toAddress, email), template ? eq(mails.template, template) : undefined))
    .orderBy(mails.createdAt, mails.id);

/** The token in the latest link mailed to an address. */
export async function tokenTo(email: string) {
  const all = await mailsTo(email, "subscription");
  return all.at(-1)?.secrets?.token ?? "";
}

export async function subscriptionOf(email: string) {
  const [row] = await db().select().from(subscriptions).where(eq(subscriptions.email, email));
  return row;
}

/** Somebody who subscribes, and confirmed it at a moment. */
export async function subscriber(wishes: Partial<SubscribeInput> = {}, when = at) {
  const wanted = asked(wishes);
  await sendSubscriptionLink(house, wanted, when);
  const token = await tokenTo(wanted.email);
  await confirm(stranger, { link: token }, when);
  const row = await subscriptionOf(wanted.email);
  if (!row) throw new Error("no subscription");
  return { ...row, token };
}
