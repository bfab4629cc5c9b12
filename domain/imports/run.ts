import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { imports } from "@/db/schema/imports";
import { type Actor, actorId } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { now } from "@/lib/clock";
import { enqueue } from "@/lib/jobs/enqueue";
import { Refusal } from "@/lib/refusal";
import { eventOfImport } from "./event-of";
import type { RunInput } from "./input";
import { lockImport } from "./lock";
import { importStage } from "./rules";

/**
 * Begins the import of the rows as they were checked; the job goes on with it. Those who are new are mailed only if
 * `mails` says so. Refuses `stale` where the columns were mapped anew since, `import_not_checked`, `import_started`,
 * `event_cancelled`, `event_over`, and `event_not_announced` where mails are wanted that could not be sent.
 */
export async function run(actor: Actor, { id, revision, mails }: RunInput, at = now()) {
  return db().transaction(async (tx) => {
    const found = await eventOfImport(tx, id);
    if (!found) throw new Refusal("not_found");
    const event = await lockEvent(tx, found.event.id);
    const row = await lockImport(tx, id);
    ensure(actor, "participation.import");
    if (row.startedAt) throw new Refusal("import_started");
    if (row.revision !== revision) throw new Refusal("stale");
    if (importStage(row) !== "checked") throw new Refusal("import_not_checked");
    if (event.cancelledAt) throw new Refusal("event_cancelled");
    if (event.endsAt <= at) throw new Refusal("event_over");
    if (mails && (!event.announcedAt || event.announcedAt > at)) throw new Refusal("event_not_announced");
    await tx.update(imports).set({ mails, startedAt: at, done: 0 }).where(eq(imports.id, id));
    await enqueue(tx, "run-import", { id, by: actorId(actor) }, { jobKey: `run-import:${id}` });
    return { eventId: event.id };
  });
}
