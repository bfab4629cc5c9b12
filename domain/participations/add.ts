import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { AddInput } from "./input";
import { participationConstraints } from "./register";
import { freeSeats } from "./rules";
import { placeInLine, seatsTaken } from "./seats";
import { tell } from "./tell";

/**
 * Adds somebody by hand: approved where there is a seat, otherwise on the waiting list. Refuses `event_cancelled`,
 * `event_over`, `already_registered`.
 */
export async function add(actor: Actor, { eventId, listed, ...person }: AddInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, eventId);
      ensure(actor, "participation.add");
      if (event.cancelledAt) throw new Refusal("event_cancelled");
      if (event.endsAt <= at) throw new Refusal("event_over");
      const free = freeSeats(event.capacity, await seatsTaken(tx, eventId));
      const state = free > 0 ? ("approved" as const) : ("waitlisted" as const);
      const place = free > 0 ? 0 : await placeInLine(tx, eventId);
      const [row] = await tx
        .insert(participations)
        .values({
          ...person,
          eventId,
          state,
          stateAt: at,
          createdAt: at,
          listingConsentedAt: listed ? at : null,
          source: "by_hand",
        })
        .returning();
      if (!row) throw new Refusal("not_found");
      await record(tx, actor, {
        action: "participation.add",
        subject: ["participation", row.id],
        eventId,
        at,
        details: { to: state },
      });
      if (event.announcedAt) await tell(tx, state, row, event);
      return { id: row.id, state, place };
    });
  return refusing(participationConstraints, write);
}
