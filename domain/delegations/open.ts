import { and, gt, isNull, lte, or } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { memberships } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { type EventRow, lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { isPublicAt } from "@/domain/publication/where";
import { now } from "@/lib/clock";
import { refusing } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import type { OpenInput } from "./input";
import { ensureToCome } from "./lock";

/**
 * Opens the delegations of the organisations named, or of every member on the event's first day, so that their focal
 * points can nominate. Those that are open already stay as they are; nobody is mailed. Refuses `event_cancelled`,
 * `event_over`, `no_such_organisation`. Answers how many were opened.
 */
export async function open(actor: Actor, { eventId, members, organisationIds }: OpenInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, eventId);
      ensure(actor, "delegation.open");
      ensureToCome(event, at);
      const wanted = members ? await membersOn(tx, event, at) : organisationIds;
      const values = [...new Set(wanted)].map((organisationId) => ({
        eventId,
        organisationId,
        createdAt: at,
      }));
      if (values.length === 0) return { opened: 0 };
      const opened = await tx
        .insert(delegations)
        .values(values)
        .onConflictDoNothing()
        .returning({ id: delegations.id });
      for (const { id } of opened) {
        await record(tx, actor, { action: "delegation.open", subject: ["delegation", id], eventId, at });
      }
      return { opened: opened.length };
    });
  return refusing({ delegations_organisation_id_organisations_id_fk: "no_such_organisation" }, write);
}

/** Members on the event's first day. One under embargo is not among them: a delegation would give it away. */
async function membersOn(tx: Transaction, event: EventRow, at: Date) {
  const day = dayIn(event.startsAt, event.zone);
  const rows = await tx
    .selectDistinct({ id: memberships.organisationId })
    .from(memberships)
    .where(
      and(
        isNull(memberships.withdrawnAt),
        lte(memberships.joinedOn, day),
        or(isNull(memberships.leftOn), gt(memberships.leftOn, day)),
        isPublicAt({ publicFrom: memberships.publicFrom }, at),
      ),
    );
  return rows.map((row) => row.id);
}
