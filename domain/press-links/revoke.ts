import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { pressLinks } from "@/db/schema/statement-publishing";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RevokePressLinkInput } from "./input";
import { linksTo, lockTarget } from "./target";

/** Takes a press link back: it opens nothing from now on, and its mail does not leave any more. Refuses `already_revoked`. */
export async function revoke(actor: Actor, { of, id, linkId }: RevokePressLinkInput, at = now()) {
  return db().transaction(async (tx) => {
    const { eventId } = await lockTarget(tx, { of, id });
    ensure(actor, "press-link.revoke");
    const own = and(eq(pressLinks.id, linkId), linksTo({ of, id }));
    const [link] = await tx.select().from(pressLinks).where(own);
    if (!link) throw new Refusal("not_found");
    if (link.revokedAt) throw new Refusal("already_revoked");
    await tx
      .update(pressLinks)
      .set({ revokedAt: at, revokedBy: actorName(actor) })
      .where(and(own, isNull(pressLinks.revokedAt)));
    await tx
      .update(mails)
      .set({ state: "cancelled", secrets: null })
      .where(and(eq(mails.idempotencyKey, `press-link:${linkId}`), eq(mails.state, "queued")));
    await record(tx, actor, { action: "press-link.revoke", subject: [of, id], eventId, at });
    return { id: linkId };
  });
}
