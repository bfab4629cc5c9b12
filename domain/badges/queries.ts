import { and, eq, ilike, isNull, or, type SQL, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { Localized, ParticipationClass } from "@/db/enums";
import { badges } from "@/db/schema/door";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { printable } from "@/lib/pdf/letters";

/** What the list of badges can be asked. */
export type BadgeFilter = {
  q: string;
  class?: ParticipationClass;
  printed?: "not_yet" | "printed";
  page: number;
};

/** Rows on a page of the list. */
export const pageSize = 100;

/** The number of the latest badge of a participation; 0 where it has none. */
export const latestNumber = sql<number>`coalesce((select max(${badges.number}) from ${badges}
  where ${badges.participationId} = ${participations.id}), 0)`;

/** The name of the delegation per language, or as it was written by hand. */
export const delegationName = sql<Localized>`coalesce(${organisations.name},
  jsonb_build_object('en', ${participations.organisationName}, 'sv', ${participations.organisationName}))`;

/** Badges lie in the order in which delegations collect them. */
export const badgeOrder = [
  sql`coalesce(${delegationName}->>'en', ${delegationName}->>'sv')`,
  participations.name,
  participations.id,
];

function chosenBy(eventId: string, filter: BadgeFilter): SQL | undefined {
  const like = `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    eq(participations.eventId, eventId),
    eq(participations.state, "approved"),
    isNull(participations.erasedAt),
    filter.class && eq(participations.class, filter.class),
    filter.printed && (filter.printed === "printed" ? sql`${latestNumber} > 0` : sql`${latestNumber} = 0`),
    filter.q
      ? or(
          ilike(participations.name, like),
          ilike(sql`${delegationName}->>'en'`, like),
          ilike(sql`${delegationName}->>'sv'`, like),
        )
      : undefined,
  );
}

/**
 * Those who get badges, as a filter names them: a page of them with their latest badge, and of all of them the number
 * of it. A name with letters that the badges' face lacks cannot be printed. Refuses `not_allowed`.
 */
export async function listBadges(actor: Actor, eventId: string, filter: BadgeFilter) {
  ensure(actor, "badge.print");
  const where = chosenBy(eventId, filter);
  const [rows, all] = await Promise.all([
    select(db())
      .where(where)
      .limit(pageSize)
      .offset((filter.page - 1) * pageSize),
    db()
      .select({ id: participations.id, name: participations.name, number: latestNumber })
      .from(participations)
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(where)
      .orderBy(...badgeOrder),
  ]);
  return { rows, all: all.map(({ name, ...one }) => ({ ...one, printable: printable(name) })) };
}

function select(query: Queryable) {
  return query
    .select({
      id: participations.id,
      name: participations.name,
      delegation: delegationName,
      class: participations.class,
      number: latestNumber,
      printedAt: badges.printedAt,
      printedByName: badges.printedByName,
      reason: badges.reason,
    })
    .from(participations)
    .leftJoin(organisations, eq(organisations.id, participations.organisationId))
    .leftJoin(badges, and(eq(badges.participationId, participations.id), isNull(badges.voidedAt)))
    .orderBy(...badgeOrder);
}

/** How many approved have a badge, and how many have none yet. Refuses `not_allowed`. */
export async function badgeCounts(actor: Actor, eventId: string) {
  ensure(actor, "badge.print");
  const [row] = await db()
    .select({
      printed: sql<number>`count(*) filter (where ${latestNumber} > 0)::int`,
      notYet: sql<number>`count(*) filter (where ${latestNumber} = 0)::int`,
    })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.state, "approved"),
        isNull(participations.erasedAt),
      ),
    );
  return row ?? { printed: 0, notYet: 0 };
}
