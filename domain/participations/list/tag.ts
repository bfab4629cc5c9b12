import { and, arrayContains, count, eq, inArray, not, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { TagInput } from "./input";
import { most } from "./rules";

/**
 * Adds a tag to those who were chosen, or takes it from them; answers for how many that changed something. It asks for
 * no revision: who adds a tag and who decides do not get in each other's way. A tag that differs from one in use by
 * its capitals only is that one. Refuses `too_many_tags`, and then nobody is tagged.
 */
export async function tag(actor: Actor, { eventId, deed, chosen, ...said }: TagInput, at = now()) {
  return db().transaction(async (tx) => {
    await lockEvent(tx, eventId);
    ensure(actor, "participation.tag");
    const tag = await asInUse(tx, eventId, said.tag);
    const { tags } = participations;
    const those = and(eq(participations.eventId, eventId), inArray(participations.id, chosen));
    const has = arrayContains(tags, [tag]);
    const concerned = and(those, deed === "add" ? not(has) : has);
    if (deed === "add") {
      const [full] = await tx
        .select({ count: count() })
        .from(participations)
        .where(and(concerned, sql`cardinality(${tags}) >= ${most.tags}`));
      if (full?.count) throw new Refusal("too_many_tags", { count: full.count, most: most.tags });
    }
    const changed = await tx
      .update(participations)
      .set({
        tags: deed === "add" ? sql`array_append(${tags}, ${tag})` : sql`array_remove(${tags}, ${tag})`,
        updatedAt: at,
      })
      .where(concerned)
      .returning({ id: participations.id });
    const [only] = changed;
    if (only) {
      await record(tx, actor, {
        action: "participation.tag",
        subject: changed.length === 1 ? ["participation", only.id] : ["event", eventId],
        eventId,
        at,
        details: { deed, rows: changed.length },
      });
    }
    return { tag, deed, changed: changed.length };
  });
}

async function asInUse(tx: Transaction, eventId: string, tag: string): Promise<string> {
  const used: Iterable<{ tag: string }> = await tx.execute<{ tag: string }>(sql`
    select distinct used.tag from participations p, unnest(p.tags) as used(tag)
    where p.event_id = ${eventId} and lower(used.tag) = lower(${tag}) order by used.tag`);
  const found = [...used].map((row) => row.tag);
  return found.includes(tag) ? tag : (found[0] ?? tag);
}
