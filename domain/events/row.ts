import type { Transaction } from "@/db/client";
import { eventHosts } from "@/db/schema/events";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import type { EventInput } from "./input";

/**
 * The columns of an event from its form: local times become instants in the event's zone, or in `typedIn` where they were
 * typed in another.
 */
export function columnsOf({ hosts: _, ...event }: EventInput, typedIn = event.zone) {
  const instant = (local: string) => {
    const zoned = zonedToInstant(local, typedIn);
    if (zoned.kind !== "instant") throw new Refusal("time_not_unique");
    return zoned.instant;
  };
  return {
    ...event,
    startsAt: instant(event.startsAt),
    endsAt: instant(event.endsAt),
    registrationOpensAt: event.registrationOpensAt ? instant(event.registrationOpensAt) : null,
    registrationClosesAt: event.registrationClosesAt ? instant(event.registrationClosesAt) : null,
  };
}

/** Replaces an event's hosts by those of the form, in its order. */
export async function writeHosts(tx: Transaction, eventId: string, hosts: EventInput["hosts"]) {
  const rows = hosts.map((host, position) => ({ ...host, eventId, position }));
  if (rows.length > 0) await tx.insert(eventHosts).values(rows);
}
