import { and, eq, gt, inArray, isNull, lte, ne, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { ParticipationClass, PoolKind } from "@/db/enums";
import { eventHosts } from "@/db/schema/events";
import { memberships } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";
import { dayIn } from "@/lib/time";

type Occasion = { id: string; startsAt: Date; zone: string };
type Person = { class: ParticipationClass; organisationId: string | null };

/**
 * The pool somebody belongs to: the press to its own, then hosts, then members on the event's first day. A membership
 * that is not yet public does not count: a seat must not give it away.
 */
export async function poolOf(query: Queryable, event: Occasion, person: Person, at: Date): Promise<PoolKind> {
  const { organisationId } = person;
  const of = await poolFinder(query, event, organisationId ? [organisationId] : [], at);
  return of(person);
}

/** The same for many people at once: asks for what these organisations are, and answers from that. */
export async function poolFinder(
  query: Queryable,
  event: Occasion,
  organisationIds: string[],
  at: Date,
): Promise<(person: Person) => PoolKind> {
  if (organisationIds.length === 0) return ({ class: of }) => (of === "press" ? "press" : "open");
  const day = dayIn(event.startsAt, event.zone);
  const [hosts, members] = await Promise.all([
    query
      .select({ id: eventHosts.organisationId })
      .from(eventHosts)
      .where(
        and(
          eq(eventHosts.eventId, event.id),
          inArray(eventHosts.organisationId, organisationIds),
          ne(eventHosts.role, "supporter"),
        ),
      ),
    query
      .select({ id: memberships.organisationId })
      .from(memberships)
      .where(
        and(
          inArray(memberships.organisationId, organisationIds),
          isNull(memberships.withdrawnAt),
          lte(memberships.joinedOn, day),
          or(isNull(memberships.leftOn), gt(memberships.leftOn, day)),
          isPublicAt({ publicFrom: memberships.publicFrom }, at),
        ),
      ),
  ]);
  const [hosting, belonging] = [hosts, members].map((rows) => new Set(rows.map(({ id }) => id)));
  return ({ class: of, organisationId }) => {
    if (of === "press") return "press";
    if (!organisationId) return "open";
    if (hosting?.has(organisationId)) return "hosts";
    return belonging?.has(organisationId) ? "members" : "open";
  };
}
