import { isDeepStrictEqual } from "node:util";
import { desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { db } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { freeze } from "./freeze";
import type { ReleaseInput } from "./input";
import { linksOf } from "./links";
import { draftOf } from "./queries";

/**
 * Makes the working draft the next numbered release, which the public sees from then on. Of two that follow the same
 * release one wins; the other is refused `stale`. Refuses `nothing_to_release` where nothing has changed.
 */
export async function release(actor: Actor, input: ReleaseInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, input.eventId);
    ensure(actor, "agenda.release");
    const before = await latestRelease(tx, event.id);
    if ((before?.number ?? 0) !== input.after) throw new Refusal("stale");
    const draft = await draftOf(tx, event.id);
    const ids = draft.map((item) => item.id);
    const content = freeze(draft, await linksOf(tx, ids), before?.content);
    if (isDeepStrictEqual(content, before?.content ?? { items: [], cancelled: [] }))
      throw new Refusal("nothing_to_release");
    const number = input.after + 1;
    const [row] = await tx
      .insert(agendaReleases)
      .values({
        eventId: event.id,
        number,
        note: input.note,
        content,
        releasedAt: at,
        releasedBy: actorId(actor),
      })
      .returning({ id: agendaReleases.id });
    if (!row) throw new Refusal("not_found");
    await record(tx, actor, {
      action: "agenda.release",
      subject: ["agenda_release", row.id],
      eventId: event.id,
      at,
      details: { number },
    });
    return { id: row.id, number };
  });
}

/** The latest release of an event's agenda, or nothing before the first. */
export async function latestRelease(tx: Transaction, eventId: string) {
  const [row] = await tx
    .select()
    .from(agendaReleases)
    .where(eq(agendaReleases.eventId, eventId))
    .orderBy(desc(agendaReleases.number))
    .limit(1);
  return row;
}
