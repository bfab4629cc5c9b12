import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { availabilities } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { instantOf } from "@/domain/agenda/row";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { AvailabilityInput } from "./input";

const availabilityConstraints = {
  availabilities_person_id_people_id_fk: "no_such_person",
  availabilities_order: "ends_before_start",
};

/**
 * Notes a time at which a person can be given something to do. Refuses `availability_known` where it is noted already,
 * `no_such_person`, `time_skipped`, `time_twice`.
 */
export async function addAvailability(actor: Actor, input: AvailabilityInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, input.eventId);
      ensure(actor, "agenda.edit");
      const [fromAt, untilAt] = [instantOf(input.fromAt, event.zone), instantOf(input.untilAt, event.zone)];
      if (!fromAt || !untilAt) throw new Refusal("ends_before_start");
      const times = { eventId: event.id, personId: input.personId, fromAt, untilAt };
      const same = Object.entries(times).map(([name, value]) =>
        eq(availabilities[name as keyof typeof times], value),
      );
      // Behind the event's lock: a form that is sent twice notes one time.
      const known = await tx
        .select({ id: availabilities.id })
        .from(availabilities)
        .where(and(...same));
      if (known.length > 0) throw new Refusal("availability_known");
      const [row] = await tx.insert(availabilities).values(times).returning({ id: availabilities.id });
      if (!row) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "agenda.edit",
        subject: ["event", event.id],
        eventId: event.id,
        at,
        details: { availability: "added" },
      });
      return row;
    });
  return refusing(availabilityConstraints, write);
}
