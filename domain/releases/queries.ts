import { and, count, desc, eq, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ReleaseItemKind } from "@/db/enums";
import { agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { releaseItems } from "@/db/schema/release-items";
import { releases } from "@/db/schema/releases";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { namesOf } from "./items";
import { itemsOf } from "./lock";
import { isWaiting, keptObstacles, type Obstacle, publicFromOf, releaseState } from "./rules";
import { weigh } from "./weigh";

/** Releases on a page of their list. */
export const pageSize = 50;

const kinds = sql<ReleaseItemKind[]>`array(select i.kind from ${releaseItems} i
  where i.release_id = ${releases.id} order by i.position)`;

/** A page of all releases: what goes out next comes first, then the latest. */
export async function listReleases(actor: Actor, { page }: { page: number }, at = now()) {
  ensure(actor, "release.list");
  const waits = and(isNull(releases.carriedOutAt), isNull(releases.cancelledAt));
  const [rows, [total]] = await Promise.all([
    db()
      .select({ release: releases, eventTitle: events.title, kinds })
      .from(releases)
      .leftJoin(events, eq(events.id, releases.eventId))
      .orderBy(
        desc(sql`${waits}`),
        desc(sql`coalesce(${releases.publicFrom}, ${releases.scheduledFor}, ${releases.createdAt})`),
        releases.id,
      )
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().select({ count: count() }).from(releases),
  ]);
  return {
    rows: rows.map(({ release, ...row }) => ({ ...release, ...row, state: releaseState(release, at) })),
    total: total?.count ?? 0,
  };
}

/** A release with its things by name, and all that stands in its way now. Refuses `not_found`. */
export async function releaseForOrganizer(actor: Actor, id: string, at = now()) {
  ensure(actor, "release.list");
  const [row] = await db()
    .select({
      release: releases,
      eventTitle: events.title,
      item: agendaItems.title,
      by: users.name,
    })
    .from(releases)
    .leftJoin(events, eq(events.id, releases.eventId))
    .leftJoin(agendaItems, eq(agendaItems.id, releases.agendaItemId))
    .leftJoin(users, eq(users.id, releases.scheduledBy))
    .where(eq(releases.id, id));
  if (!row) throw new Refusal("not_found");
  const state = releaseState(row.release, at);
  const items = await namesOf(await itemsOf(db(), id), at);
  return {
    ...row.release,
    eventTitle: row.eventTitle,
    item: row.item,
    by: row.by,
    state,
    items,
    obstacles: state === "draft" || isWaiting(state) ? await obstaclesNow(id, at) : [],
    kept: keptObstacles(row.release.obstacles),
  };
}

export type OrganizerRelease = Awaited<ReturnType<typeof releaseForOrganizer>>;

/** All that would stand in the way of a release if it were carried out now. Reads only. */
async function obstaclesNow(id: string, at: Date): Promise<Obstacle[]> {
  return db().transaction(async (tx) => {
    const [release] = await tx.select().from(releases).where(eq(releases.id, id));
    if (!release) return [];
    const publicFrom = publicFromOf(release.scheduledFor, at);
    return weigh(tx, release, await itemsOf(tx, id), { publicFrom, at });
  });
}

/** The releases whose button stands at items of an event's agenda, that are not out yet, with what stands in their way. */
export async function releasesAtItems(actor: Actor, eventId: string, at = now()) {
  ensure(actor, "release.list");
  const rows = await db()
    .select({ id: releases.id })
    .from(releases)
    .innerJoin(agendaItems, eq(agendaItems.id, releases.agendaItemId))
    .where(and(eq(agendaItems.eventId, eventId), isNull(releases.carriedOutAt), isNull(releases.cancelledAt)))
    .orderBy(agendaItems.startsAt, releases.id);
  const found = [];
  for (const row of rows) found.push(await releaseForOrganizer(actor, row.id, at));
  return found;
}

/** The releases that are late, or were held back when they were last tried. */
export async function releasesInTrouble(actor: Actor, at = now()) {
  ensure(actor, "release.list");
  return db()
    .select({ id: releases.id, title: releases.title })
    .from(releases)
    .where(troubled(at))
    .orderBy(releases.scheduledFor);
}

const troubled = (at: Date) =>
  and(
    isNull(releases.carriedOutAt),
    isNull(releases.cancelledAt),
    isNotNull(releases.scheduledFor),
    or(lte(releases.scheduledFor, sql`${at.toISOString()}::timestamptz`), isNotNull(releases.failedAt)),
  );

/** How many releases are late: for whoever watches over the installation. */
export async function lateReleases(at = now()): Promise<number> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const [row] = await db()
    .select({ count: count() })
    .from(releases)
    .where(
      and(isNull(releases.carriedOutAt), isNull(releases.cancelledAt), lte(releases.scheduledFor, moment)),
    );
  return row?.count ?? 0;
}
