import {
  and,
  arrayContains,
  count,
  eq,
  gte,
  ilike,
  inArray,
  isNotNull,
  isNull,
  ne,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { db } from "@/db/client";
import {
  type Locale,
  locales,
  type ParticipationClass,
  type ParticipationLevel,
  type ParticipationState,
  type PoolKind,
  participationStates,
} from "@/db/enums";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { lastLetInAt, wasLetIn } from "@/domain/check-ins/let-in";
import { listed } from "./columns";
import type { ParticipationSort } from "./list/rules";
import { orderOf } from "./order";

/** What the list of an event's participants can be asked. */
export type ParticipationFilter = {
  /** Words, each of which stands in the name, the address, the title or the organisation in any language. */
  q: string;
  state?: ParticipationState | readonly ParticipationState[];
  class?: ParticipationClass | readonly ParticipationClass[];
  level?: ParticipationLevel;
  /** The id of an organisation. */
  organisation?: string;
  /** The id of a delegation, or `none`: those who belong to none. */
  delegation?: string;
  pool?: PoolKind;
  tag?: string;
  /** Whether they agreed to stand on the public list. */
  listed?: "yes" | "no";
  /** Whether they have access or dietary needs; asked only for whoever may read them. */
  needs?: "yes" | "no";
  /** Whether a door has let them in, on any day. */
  checkedIn?: "yes" | "no";
  /** Changed since the beginning of a day in the event's zone (`YYYY-MM-DD`), or since an instant (ISO 8601, UTC). */
  since?: string;
  sort: ParticipationSort;
  page: number;
};

/** Rows on a page of the list. */
export const pageSize = 100;

/** The participations that a filter names, as a condition on their table; the export and bulk mail use the same. */
export function chosenBy(actor: Actor, eventId: string, filter: ParticipationFilter): SQL | undefined {
  const own = can(actor, "participation.tag");
  return and(
    eq(participations.eventId, eventId),
    filter.state && inArray(participations.state, [filter.state].flat()),
    filter.class && inArray(participations.class, [filter.class].flat()),
    filter.level && eq(participations.level, filter.level),
    filter.organisation ? eq(participations.organisationId, filter.organisation) : undefined,
    filter.delegation ? belongsTo(filter.delegation) : undefined,
    filter.pool && eq(participations.pool, filter.pool),
    filter.tag !== undefined && own ? arrayContains(participations.tags, [filter.tag]) : undefined,
    filter.listed && (filter.listed === "yes" ? isNotNull : isNull)(participations.listingConsentedAt),
    filter.needs && can(actor, "participation.read-needs") ? hasNeeds(filter.needs) : undefined,
    filter.checkedIn && (filter.checkedIn === "yes" ? wasLetIn : not(wasLetIn)),
    filter.since ? gte(participations.updatedAt, instantOf(filter.since, eventId)) : undefined,
    ...filter.q.split(/\s+/).filter(Boolean).slice(0, 6).map(saysSomewhere),
  );
}

const belongsTo = (delegation: string) =>
  delegation === "none" ? isNull(participations.delegationId) : eq(participations.delegationId, delegation);

function hasNeeds(answer: "yes" | "no"): SQL | undefined {
  const { accessNeeds, dietaryNeeds } = participations;
  return answer === "yes"
    ? or(ne(accessNeeds, ""), ne(dietaryNeeds, ""))
    : and(eq(accessNeeds, ""), eq(dietaryNeeds, ""));
}

function instantOf(since: string, eventId: string): SQL {
  if (since.includes("T")) return sql`${since}::timestamptz`;
  return sql`(select ${since}::timestamp at time zone e.zone from events e where e.id = ${eventId})`;
}

/** A word of the search in one of the texts. The few organisations are searched once, not once for each participant. */
function saysSomewhere(word: string): SQL | undefined {
  const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  const names = locales.map((locale) => ilike(sql`o.name->>${sql.raw(`'${locale}'`)}`, like));
  return or(
    ilike(participations.name, like),
    ilike(participations.email, like),
    ilike(participations.functionalTitle, like),
    ilike(participations.organisationName, like),
    sql`${participations.organisationId} in (select o.id from organisations o where ${or(...names)})`,
  );
}

/** A page of an event's participants in the reader's alphabet, with the count of all that the filter names. */
export async function listParticipations(
  actor: Actor,
  eventId: string,
  filter: ParticipationFilter,
  locale: Locale = locales[0],
) {
  ensure(actor, "participation.list");
  const where = chosenBy(actor, eventId, filter);
  const needs = can(actor, "participation.read-needs")
    ? sql<boolean>`${hasNeeds("yes")}`
    : sql<boolean>`false`;
  const [rows, [total]] = await Promise.all([
    db()
      .select({ ...listed, needs, letInAt: lastLetInAt })
      .from(participations)
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(where)
      .orderBy(...orderOf(filter.sort, locale))
      .limit(pageSize)
      .offset((filter.page - 1) * pageSize),
    db().select({ count: count() }).from(participations).where(where),
  ]);
  return { rows, total: total?.count ?? 0 };
}

/** How many participations an event has in each state. */
export async function countsByState(
  actor: Actor,
  eventId: string,
): Promise<Record<ParticipationState, number>> {
  ensure(actor, "participation.list");
  const rows = await db()
    .select({ state: participations.state, count: count() })
    .from(participations)
    .where(eq(participations.eventId, eventId))
    .groupBy(participations.state);
  const none = Object.fromEntries(participationStates.map((state) => [state, 0]));
  const found = Object.fromEntries(rows.map((row) => [row.state, row.count]));
  return { ...none, ...found } as Record<ParticipationState, number>;
}
