import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { fitPools } from "@/domain/pools/fit";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { EventInput } from "./input";
import { columnsOf, writeHosts } from "./row";

/** Schedules an event as a draft: nothing of it is public before it is announced. Refuses `slug_taken`, `no_such_organisation`. */
export async function create(actor: Actor, input: EventInput, at = now()) {
  ensure(actor, "event.create");
  const write = () =>
    db().transaction(async (tx) => {
      const [event] = await tx
        .insert(events)
        .values({ ...columnsOf(input), createdAt: at, updatedAt: at })
        .returning({ id: events.id });
      if (!event) throw new Refusal("not_found");
      await fitPools(tx, event.id, input.capacity, at);
      await writeHosts(tx, event.id, input.hosts);
      await record(tx, actor, {
        action: "event.create",
        subject: ["event", event.id],
        eventId: event.id,
        at,
      });
      return event;
    });
  return refusing(eventConstraints, write);
}

/** What the database may say no to when an event is written. */
export const eventConstraints = {
  events_slug_key: "slug_taken",
  event_hosts_organisation_id_organisations_id_fk: "no_such_organisation",
};
