import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { ParticipationClass, PoolKind } from "@/db/enums";
import { eventHosts } from "@/db/schema/events";
import { memberships } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";
import { dayIn } from "@/lib/time";

type Person = { class: ParticipationClass; organisationId: string | null };

/**
 * The pool somebody belongs to: the press to its own, then hosts, then members on the event's first day. A membership
 * that is not yet public does not count: a seat must not give it away.
 */
export async function poolOf(
  query: Queryable,
  event: { id: string; startsAt: Date; zone: string },
  { class: of, organisationId }: Person,
  at: Date,
): Promise<PoolKind> {
  if (of === "press") return "press";
  if (!organisationId) return "open";
  const [host] = await query
    .select({ role: eventHosts.role })
    .from(eventHosts)
    .where(and(eq(eventHosts.eventId, event.id), eq(eventHosts.organisationId, organisationId)));
  if (host && host.role !== "supporter") return "hosts";
  const day = dayIn(event.startsAt, event.zone);
  const [member] = await query
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        isNull(memberships.withdrawnAt),
        lte(memberships.joinedOn, day),
        or(isNull(memberships.leftOn), gt(memberships.leftOn, day)),
        isPublicAt({ publicFrom: memberships.publicFrom }, at),
      ),
    )
    .limit(1);
  return member ? "members" : "open";
}
