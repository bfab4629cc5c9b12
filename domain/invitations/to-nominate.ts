import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { memberships, organisations } from "@/db/schema/organisations";
import { users } from "@/db/schema/users";
import { isPublicAt } from "@/domain/publication/where";
import { dayIn } from "@/lib/time";
import { invitationState, isOpen } from "./rules";

/**
 * The members on an event's first day with their focal points: whom an invitation to nominate would reach, whom it has
 * reached before, and which members have nobody to write to. One under embargo is not among them: a delegation would
 * give it away.
 */
export async function membersToNominate(
  query: Queryable,
  event: { id: string; startsAt: Date; zone: string },
  at: Date,
) {
  const day = dayIn(event.startsAt, event.zone);
  const [members, points, earlier] = await Promise.all([
    query
      .selectDistinct({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
      .where(
        and(
          isNull(memberships.withdrawnAt),
          lte(memberships.joinedOn, day),
          or(isNull(memberships.leftOn), gt(memberships.leftOn, day)),
          isPublicAt({ publicFrom: memberships.publicFrom }, at),
        ),
      ),
    query
      .select({
        name: users.name,
        email: users.email,
        locale: users.locale,
        organisationId: users.organisationId,
      })
      .from(users)
      .where(and(eq(users.role, "focal_point"), isNull(users.deactivatedAt)))
      .orderBy(asc(users.name)),
    query.select().from(invitations).where(eq(invitations.eventId, event.id)),
  ]);
  // Of one address there is one open invitation, to whatever it invites.
  const answering = earlier.filter((invitation) => {
    const state = invitationState({ ...invitation, mail: null }, at);
    return isOpen(state) || (state === "accepted" && invitation.delegationId !== null);
  });
  const invited = new Set(answering.map((invitation) => invitation.email));
  const memberIds = new Set(members.map((member) => member.id));
  const reached = points.flatMap(({ organisationId, ...point }) =>
    organisationId && memberIds.has(organisationId) ? [{ ...point, organisationId }] : [],
  );
  const withPoint = new Set(reached.map((point) => point.organisationId));
  return {
    members: members.length,
    fresh: reached.filter((point) => !invited.has(point.email)),
    invited: reached.filter((point) => invited.has(point.email)).length,
    without: members.filter((member) => !withPoint.has(member.id)),
  };
}
