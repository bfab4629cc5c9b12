import { and, eq, inArray, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { groups } from "@/db/schema/group";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { roomOf } from "@/domain/delegations/room";
import type { EventRow } from "@/domain/events/lock";
import { liveStates } from "@/domain/participations/rules";
import { poolFinder } from "@/domain/pools/pool-of";
import { poolsOf } from "@/domain/pools/queries";
import { fallbackLocale } from "@/lib/i18n/locale";
import { plain } from "./headers/rules";
import type { Said } from "./reading/rules";
import type { Known, Ledger, Standing } from "./weighing/rules";

/** What the whole list is weighed against: the organisations, and the language of whoever says none. */
export type Surroundings = Pick<Known, "organisation" | "poolOf" | "locale">;

/** Reads the organisations by all their names, codes and addresses, and the pools their people belong to. */
export async function surroundings(query: Queryable, event: EventRow, at: Date): Promise<Surroundings> {
  const [rows, [group]] = await Promise.all([
    query
      .select({
        id: organisations.id,
        slug: organisations.slug,
        kind: organisations.kind,
        country: organisations.country,
        name: organisations.name,
        formalName: organisations.formalName,
      })
      .from(organisations),
    query.select({ locale: groups.defaultLocale }).from(groups),
  ]);
  const poolOf = await poolFinder(
    query,
    event,
    rows.map(({ id }) => id),
    at,
  );
  const byName = new Map<string, string>();
  for (const row of rows) {
    const names = [row.slug, ...Object.values(row.name), ...Object.values(row.formalName)];
    if (row.kind === "country" && row.country) names.push(row.country);
    for (const name of new Set(names.map(plain))) {
      const other = byName.get(name);
      byName.set(name, other && other !== row.id ? "ambiguous" : row.id);
    }
  }
  return {
    organisation: (name) => byName.get(plain(name)),
    poolOf,
    locale: group?.locale ?? fallbackLocale,
  };
}

/** Who of these rows is there already: by external key in any state, by address where they have not left. */
export async function standingOf(
  query: Queryable,
  eventId: string,
  said: Pick<Said, "externalKey" | "email">[],
): Promise<Pick<Known, "byKey" | "byEmail">> {
  const keys = said.flatMap(({ externalKey }) => externalKey ?? []);
  const emails = said.flatMap(({ email }) => email ?? []);
  if (keys.length + emails.length === 0) return { byKey: new Map(), byEmail: new Map() };
  const rows = await query
    .select({ ...columns, delegationOf: delegations.organisationId })
    .from(participations)
    .leftJoin(delegations, eq(delegations.id, participations.delegationId))
    .where(
      and(
        eq(participations.eventId, eventId),
        or(
          keys.length > 0 ? inArray(participations.externalKey, keys) : undefined,
          emails.length > 0
            ? and(inArray(participations.email, emails), inArray(participations.state, [...liveStates]))
            : undefined,
        ),
      ),
    );
  const standing: Standing[] = rows.map(({ listingConsentedAt, ...row }) => ({
    ...row,
    listed: listingConsentedAt !== null,
  }));
  const isLive = ({ state }: Standing) => liveStates.some((one) => one === state);
  return {
    byKey: new Map(standing.flatMap((row) => (row.externalKey === null ? [] : [[row.externalKey, row]]))),
    byEmail: new Map(
      standing.filter(isLive).flatMap((row) => (row.email === null ? [] : [[row.email, row] as const])),
    ),
  };
}

const columns = {
  id: participations.id,
  state: participations.state,
  revision: participations.revision,
  externalKey: participations.externalKey,
  name: participations.name,
  familyName: participations.familyName,
  courtesyTitle: participations.courtesyTitle,
  email: participations.email,
  functionalTitle: participations.functionalTitle,
  organisationId: participations.organisationId,
  organisationName: participations.organisationName,
  class: participations.class,
  level: participations.level,
  locale: participations.locale,
  accessNeeds: participations.accessNeeds,
  dietaryNeeds: participations.dietaryNeeds,
  tags: participations.tags,
  listingConsentedAt: participations.listingConsentedAt,
};

/** What is used up before the first row: the heads and the classes of the delegations, and the seats. */
export async function openLedger(query: Queryable, event: EventRow, at: Date): Promise<Ledger> {
  const [heads, room, pools] = await Promise.all([
    query
      .select({ id: participations.id, organisationId: delegations.organisationId })
      .from(participations)
      .innerJoin(delegations, eq(delegations.id, participations.delegationId))
      .where(
        and(
          eq(participations.eventId, event.id),
          eq(participations.class, "head"),
          inArray(participations.state, [...liveStates]),
        ),
      ),
    roomOf(query, event),
    poolsOf(query, event.id, at),
  ]);
  return {
    keys: new Set(),
    emails: new Set(),
    people: new Set(),
    heads: new Map(heads.map((head) => [head.organisationId, head.id])),
    room,
    pools,
  };
}
