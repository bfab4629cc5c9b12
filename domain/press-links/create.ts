import { db } from "@/db/client";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { give } from "./give";
import type { CreatePressLinkInput } from "./input";
import { lockTarget } from "./target";

/**
 * Lets a named journalist read a statement or an announcement under embargo by a link of their own, which is mailed and
 * nowhere kept; it ends with the embargo. Refuses `no_embargo` where nothing of the text is under embargo.
 */
export async function create(actor: Actor, { of, id, ...who }: CreatePressLinkInput, at = now()) {
  return db().transaction(async (tx) => {
    const { eventId } = await lockTarget(tx, { of, id });
    ensure(actor, "press-link.create");
    const { until, ...link } = await give(tx, actor, { of, id, eventId }, who, at);
    await record(tx, actor, {
      action: "press-link.create",
      subject: [of, id],
      eventId,
      at,
      details: { until: until.toISOString() },
    });
    return link;
  });
}
