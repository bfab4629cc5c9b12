import crypto from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { subscriptions } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { post } from "@/domain/outbox/post";
import { now } from "@/lib/clock";
import { words } from "@/lib/i18n/words";
import { enqueue } from "@/lib/jobs/enqueue";
import { limit } from "@/lib/rate-limit";
import { Refusal } from "@/lib/refusal";
import { hashOf } from "@/lib/tokens";
import type { SubscribeInput } from "./input";
import { linkOf, secretsOf } from "./link";
import { confirmDays } from "./rules";

const perAddress = { name: "subscribe:address", points: 3, seconds: 3_600 };
const perPeer = { name: "subscribe:peer", points: 20, seconds: 3_600 };

/**
 * Asks for news by mail: nothing is sent before the link in the first mail was opened and confirmed. The answer is the
 * same for an address that subscribes already, and so is the time it takes: whose it is is looked up by a job, after
 * the answer. A program that fills in what nobody sees is answered the same. Refuses `too_many` by address and by peer.
 */
export async function subscribe(actor: Actor, { website, ...input }: SubscribeInput, peer: string) {
  ensure(actor, "subscription.subscribe");
  await limit(perPeer, peer);
  await limit(perAddress, input.email);
  if (website === "")
    await db().transaction((tx) => enqueue(tx, "send-subscription-link", input, { maxAttempts: 3 }));
  return { asked: true };
}

/**
 * The job behind `subscribe`: writes down who asked and what for, and mails the link. Whoever asks again before
 * confirming gets what they asked for last; whose address subscribes already is reminded of it and nothing changes.
 */
export async function sendSubscriptionLink(
  actor: Actor,
  { email, locale, cadence, kinds }: Omit<SubscribeInput, "website">,
  at = now(),
) {
  ensure(actor, "subscription.tell");
  await db().transaction(async (tx) => {
    const id = crypto.randomUUID();
    const wishes = { locale, cadence, kinds, askedAt: at };
    await tx
      .insert(subscriptions)
      .values({ id, email, ...wishes, tokenHash: hashOf(linkOf(id)) })
      .onConflictDoNothing();
    const own = and(eq(subscriptions.email, email), isNull(subscriptions.endedAt));
    const [row] = await tx.select().from(subscriptions).where(own).for("update");
    if (!row) throw new Refusal("not_found");
    if (!row.confirmedAt) await tx.update(subscriptions).set(wishes).where(eq(subscriptions.id, row.id));
    await mailLink(tx, row, locale, at);
  });
}

async function mailLink(
  tx: Transaction,
  row: typeof subscriptions.$inferSelect,
  locale: SubscribeInput["locale"],
  at: Date,
) {
  const t = words(locale, "subscriptions.mail");
  const known = row.confirmedAt ? ("known" as const) : ("confirm" as const);
  await post(tx, {
    key: `subscription:${row.id}:${at.toISOString()}`,
    to: { address: row.email, locale },
    template: "subscription",
    subject: t(`${known}.subject`),
    paragraphs: [t(`${known}.text`), t(`${known}.rest`, { days: confirmDays })],
    action: { label: t(`${known}.button`), url: "{{link}}" },
    secrets: secretsOf({ id: row.id, locale }),
  });
}
