import { and, eq, inArray, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { statementParties } from "@/db/schema/negotiations";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { wasLetIn } from "@/domain/check-ins/let-in";

type Facts = { id: string; eventId: string | null };

/**
 * Who may have been in the room: the parties of the negotiation and the delegations of the event. `present` are those of
 * whose delegation somebody was let in at the door.
 */
export async function attendanceChoices(actor: Actor, { id, eventId }: Facts) {
  ensure(actor, "statement.list");
  const parties = db()
    .select({ id: statementParties.organisationId })
    .from(statementParties)
    .where(eq(statementParties.statementId, id));
  const invited = db()
    .select({ id: delegations.organisationId })
    .from(delegations)
    .where(eventId ? eq(delegations.eventId, eventId) : sql`false`);
  const [rows, present] = await Promise.all([
    db()
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(or(inArray(organisations.id, parties), inArray(organisations.id, invited))),
    eventId
      ? db()
          .selectDistinct({ id: delegations.organisationId })
          .from(participations)
          .innerJoin(delegations, eq(delegations.id, participations.delegationId))
          .where(and(eq(delegations.eventId, eventId), wasLetIn))
      : [],
  ]);
  return { rows, present: present.map((one) => one.id) };
}
