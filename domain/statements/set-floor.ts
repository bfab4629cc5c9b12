import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { statementFloors } from "@/db/schema/negotiations";
import { statementRevisions } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { FloorInput } from "./floor/input";
import { placeIn } from "./floor/rules";
import { lockStatement } from "./lock";

/**
 * Puts a paragraph of a revision on the screen of the room. Who listens is told by the database. History says which
 * revisions were shown, not every step through one. Refuses `stale` where another chair moved meanwhile, and `not_found`
 * for a revision or a paragraph that is not this statement's.
 */
export async function setFloor(
  actor: Actor,
  { id, version, revisionId, paragraphId, view }: FloorInput,
  at = now(),
) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, id);
    ensure(actor, "statement.set-floor");
    const [before] = await tx.select().from(statementFloors).where(eq(statementFloors.statementId, id));
    if ((before?.version ?? 0) !== version) throw new Refusal("stale");
    const [revision] = await tx
      .select({ number: statementRevisions.number, paragraphs: statementRevisions.paragraphs })
      .from(statementRevisions)
      .where(and(eq(statementRevisions.id, revisionId), eq(statementRevisions.statementId, id)));
    if (!revision) throw new Refusal("not_found");
    if (paragraphId && !revision.paragraphs.some((one) => one.id === paragraphId))
      throw new Refusal("not_found");
    const place = placeIn(revision.paragraphs, paragraphId, before?.paragraphId ?? null);
    const floor = { revisionId, paragraphId: place, view, version: version + 1 };
    if (before) await tx.update(statementFloors).set(floor).where(eq(statementFloors.statementId, id));
    else await tx.insert(statementFloors).values({ statementId: id, ...floor });
    if (before?.revisionId !== revisionId) {
      await record(tx, actor, {
        action: "statement.set-floor",
        subject: ["statement", id],
        eventId: statement.eventId,
        at,
        details: { revision: revision.number },
      });
    }
    return { version: floor.version };
  });
}
