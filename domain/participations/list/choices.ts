import { and, asc, count, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";

/** What the filters of an event's list can be set to: the organisations of its participants, its delegations, its tags. */
export async function filterChoices(actor: Actor, eventId: string) {
  ensure(actor, "participation.list");
  const here = eq(participations.eventId, eventId);
  const named = db()
    .selectDistinct({ id: participations.organisationId })
    .from(participations)
    .where(and(here, isNotNull(participations.organisationId)));
  const [from, parties, tags] = await Promise.all([
    db()
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, named)),
    can(actor, "delegation.list")
      ? db()
          .select({ id: delegations.id, name: organisations.name })
          .from(delegations)
          .innerJoin(organisations, eq(organisations.id, delegations.organisationId))
          .where(eq(delegations.eventId, eventId))
      : [],
    can(actor, "participation.tag") ? tagsOf(eventId) : [],
  ]);
  return { organisations: from, delegations: parties, tags };
}

/** The tags that are in use at an event, with how many have each. */
async function tagsOf(eventId: string) {
  const tag = sql<string>`unnest(${participations.tags})`;
  const each = db()
    .select({ tag: tag.as("tag") })
    .from(participations)
    .where(eq(participations.eventId, eventId))
    .as("each");
  return db()
    .select({ tag: each.tag, count: count() })
    .from(each)
    .groupBy(each.tag)
    .orderBy(asc(sql`lower(${each.tag})`));
}
