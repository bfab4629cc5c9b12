import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { availabilities } from "@/db/schema/agenda";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** When the people of an event can be given something to do, by their names and in order; others can at any time. */
export async function availabilitiesOf(actor: Actor, eventId: string) {
  ensure(actor, "agenda.edit");
  return db()
    .select({
      id: availabilities.id,
      personId: people.id,
      name: people.name,
      fromAt: availabilities.fromAt,
      untilAt: availabilities.untilAt,
    })
    .from(availabilities)
    .innerJoin(people, eq(people.id, availabilities.personId))
    .where(eq(availabilities.eventId, eventId))
    .orderBy(people.sortName, people.id, availabilities.fromAt);
}
