import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { post } from "@/domain/outbox/post";
import { now } from "@/lib/clock";
import { words } from "@/lib/i18n/words";
import { enqueue } from "@/lib/jobs/enqueue";
import { limit } from "@/lib/rate-limit";
import type { AskInput } from "./input";
import { linkMinutes, writeLink } from "./links";
import { homeOf, ownPath } from "./rules";

const perAddress = { name: "sign-in:address", points: 5, seconds: 900 };
const perPeer = { name: "sign-in:peer", points: 30, seconds: 900 };

/**
 * Sends a sign-in link to an address that belongs to an active account, and to no other. The answer is the same for an
 * unknown address, and so is the time it takes: who is behind an address is looked up by a job, after the answer.
 * Refuses with `too_many` by address and by peer.
 */
export async function ask(actor: Actor, input: AskInput, peer: string): Promise<void> {
  ensure(actor, "sign-in.ask");
  await limit(perPeer, peer);
  await limit(perAddress, input.email);
  await db().transaction((tx) => enqueue(tx, "send-sign-in-link", input, { maxAttempts: 3 }));
}

/** The job behind `ask`: writes the link and its mail where the address is that of an active account. */
export async function sendLink(input: AskInput, at = now()): Promise<void> {
  await db().transaction(async (tx) => {
    const [user] = await tx
      .select({ id: users.id, name: users.name, email: users.email, role: users.role })
      .from(users)
      .where(and(eq(users.email, input.email), isNull(users.deactivatedAt)));
    if (!user) return;
    const next = ownPath(input.next, `/${input.locale}/${homeOf(user.role)}`);
    const link = await writeLink(tx, user.email, input.locale, next, at);
    const t = words(input.locale, "signIn.mail");
    await post(tx, {
      key: `sign-in:${user.id}:${at.toISOString()}`,
      to: { address: user.email, name: user.name, locale: input.locale },
      template: "sign-in-link",
      subject: t("subject"),
      paragraphs: [t("text"), t("validity", { minutes: linkMinutes }), t("notAsked")],
      action: { label: t("button"), url: "{{link}}" },
      secrets: { link },
      about: ["user", user.id],
    });
  });
}
