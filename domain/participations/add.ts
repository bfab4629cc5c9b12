import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { delegationOf } from "@/domain/delegations/of";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { poolOf } from "@/domain/pools/pool-of";
import { poolsOf } from "@/domain/pools/queries";
import { seatFor } from "@/domain/pools/rules";
import { keepConsent } from "@/domain/privacy/consents";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { AddInput } from "./input";
import { participationConstraints } from "./register";
import { placeInLine } from "./seats";
import { tell } from "./tell";

/**
 * Adds somebody by hand, to the delegation of their organisation where it is one we know: approved where there is a
 * seat in their pool, otherwise on the waiting list. Refuses `event_cancelled`, `event_over`, `already_registered`,
 * `head_taken`, `head_of_nothing`.
 */
export async function add(actor: Actor, { eventId, listed, ...person }: AddInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, eventId);
      ensure(actor, "participation.add");
      if (event.cancelledAt) throw new Refusal("event_cancelled");
      if (event.endsAt <= at) throw new Refusal("event_over");
      const pool = await poolOf(tx, event, person, at);
      const seatPool = seatFor(await poolsOf(tx, eventId, at), pool);
      const state = seatPool ? ("approved" as const) : ("waitlisted" as const);
      const place = seatPool ? 0 : await placeInLine(tx, eventId);
      const { organisationId } = person;
      const delegationId = organisationId ? await delegationOf(tx, eventId, organisationId, at) : null;
      const [row] = await tx
        .insert(participations)
        .values({
          ...person,
          eventId,
          delegationId,
          pool,
          seatPool,
          state,
          stateAt: at,
          createdAt: at,
          updatedAt: at,
          listingConsentedAt: listed ? at : null,
          source: "by_hand",
        })
        .returning();
      if (!row) throw new Refusal("not_found");
      await keepConsent(tx, row.id, { kind: "listing", given: listed, locale: row.locale }, at);
      await record(tx, actor, {
        action: "participation.add",
        subject: ["participation", row.id],
        eventId,
        at,
        details: { to: state },
      });
      if (event.announcedAt && event.announcedAt <= at) await tell(tx, state, row, event);
      return { id: row.id, state, place };
    });
  return refusing(participationConstraints, write);
}
