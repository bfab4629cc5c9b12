import { and, asc, isNull, notInArray } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { pressLinks } from "@/db/schema/statement-publishing";
import { pressRecipients } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { give } from "./give";
import type { SendToListInput } from "./input";
import type { PressTarget } from "./rules";
import { embargoedOf, linksTo, lockTarget } from "./target";

/**
 * Gives everybody of the press list a link of their own to a text under embargo, in one step; who has one already gets
 * no second. Refuses `no_embargo`, `nobody_to_write_to`.
 */
export async function sendToList(actor: Actor, { of, id }: SendToListInput, at = now()) {
  return db().transaction(async (tx) => {
    const { eventId } = await lockTarget(tx, { of, id });
    ensure(actor, "press-link.create");
    const [first] = await embargoedOf(tx, { of, id }, at);
    if (!first) throw new Refusal("no_embargo");
    const waiting = await withoutLink(tx, { of, id });
    if (waiting.length === 0) throw new Refusal("nobody_to_write_to");
    for (const { name, outlet, email, locale } of waiting)
      await give(tx, actor, { of, id, eventId }, { recipient: name, outlet, email, locale }, at);
    await record(tx, actor, {
      action: "press-link.create",
      subject: [of, id],
      eventId,
      at,
      details: { until: first.publicFrom.toISOString(), recipients: waiting.length },
    });
    return { sent: waiting.length };
  });
}

/** How many of the press list have no link to a text yet; none for who may give none. */
export async function listWithoutLink(actor: Actor, target: PressTarget): Promise<number> {
  return can(actor, "press-link.create") ? (await withoutLink(db(), target)).length : 0;
}

async function withoutLink(query: Queryable, target: PressTarget) {
  const given = query
    .select({ email: pressLinks.email })
    .from(pressLinks)
    .where(and(linksTo(target), isNull(pressLinks.revokedAt)));
  return query
    .select()
    .from(pressRecipients)
    .where(and(isNull(pressRecipients.removedAt), notInArray(pressRecipients.email, given)))
    .orderBy(asc(pressRecipients.name), asc(pressRecipients.id));
}
