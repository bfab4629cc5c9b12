import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ChecksInput } from "./input";

/** Sets what holds back a release of an event's agenda, and how long people walk between buildings. Refuses `stale`. */
export async function setChecks(actor: Actor, { id, revision, ...checks }: ChecksInput, at = now()) {
  return db().transaction(async (tx) => {
    const event = await lockEvent(tx, id);
    ensure(actor, "agenda.set-checks");
    const { walkingMinutes, hardFindings } = event;
    if (event.revision !== revision)
      throw new Refusal("stale", {}, { theirs: { revision: event.revision, walkingMinutes, hardFindings } });
    await tx
      .update(events)
      .set({ ...checks, revision: revision + 1, updatedAt: at })
      .where(eq(events.id, id));
    await record(tx, actor, {
      action: "agenda.set-checks",
      subject: ["event", id],
      eventId: id,
      at,
      details: { hard: checks.hardFindings },
    });
    return { revision: revision + 1 };
  });
}
