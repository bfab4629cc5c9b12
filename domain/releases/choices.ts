import { and, asc, desc, eq, gt, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale, Localized } from "@/db/enums";
import { agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { draftToRelease, markOf } from "@/domain/agenda/release";
import { internalKinds } from "@/domain/agenda/rules";

/** Something that can be put into a release: as the form names it, and by its name. */
export type Choosable = { value: string; title: Localized; locale?: Locale; number?: number };

/** So many of a kind are offered, the newest first. */
const most = 60;

/** Everything that is not public yet and could be put into a release, by kind; what it holds already is left out. */
export async function choicesFor(
  actor: Actor,
  release: { eventId: string | null; items: readonly Held[] },
  at: Date,
) {
  ensure(actor, "release.edit");
  const held = new Set(release.items.map(nameOf));
  const [announcements, statements, spells, occasions, agendas] = await Promise.all([
    unpublished("announcement"),
    unpublished("statement"),
    hiddenSpells(at),
    draftEvents(at),
    agendaDrafts(release.eventId, at),
  ]);
  const free = (all: Choosable[]) =>
    all.filter(
      (one) =>
        !held.has(
          one.value
            .split(":")
            .slice(0, one.locale ? 3 : 2)
            .join(":"),
        ),
    );
  return {
    membership: free(spells),
    announcement: free(announcements),
    statement: free(statements),
    event: free(occasions),
    agenda: free(agendas),
  };
}

type Held = {
  kind: string;
  locale: string | null;
  announcementId: string | null;
  statementId: string | null;
  membershipId: string | null;
  eventId: string | null;
};

function nameOf({ kind, locale, announcementId, statementId, membershipId, eventId }: Held) {
  const text = announcementId ?? statementId;
  return text ? `${kind}:${text}:${locale}` : `${kind}:${membershipId ?? eventId}`;
}

type TextRow = { id: string; locale: Locale; revision: string; number: number; title: string };

/** The newest text of each language, where it is not the one that is published or under embargo. */
async function unpublished(kind: "announcement" | "statement"): Promise<Choosable[]> {
  const name = (rest: string) => sql.raw(`${kind}${rest}`);
  const approvedFirst =
    kind === "announcement"
      ? sql`exists (select 1 from announcement_reviews v where v.revision_id = r.id and v.step = 'approved') desc,`
      : sql``;
  const rows = await db().execute<TextRow>(sql`
    select * from (
      select distinct on (r.${name("_id")}, r.locale)
        r.${name("_id")} as id, r.locale, r.id as revision, r.number, r.title, r.saved_at
      from ${name("_revisions")} r
      where r.number > coalesce((select max(shown.number) from ${name("_publications")} p
        join ${name("_revisions")} shown on shown.id = p.revision_id
        where p.${name("_id")} = r.${name("_id")} and p.locale = r.locale and p.withdrawn_at is null), 0)
      order by r.${name("_id")}, r.locale, ${approvedFirst} r.number desc) latest
    order by latest.saved_at desc, latest.locale limit ${most}`);
  return rows.map(({ id, locale, revision, number, title }) => ({
    value: `${kind}:${id}:${locale}:${revision}`,
    title: { [locale]: title },
    locale,
    number,
  }));
}

/** The spells nobody knows of yet. */
async function hiddenSpells(at: Date): Promise<Choosable[]> {
  const later = gt(memberships.publicFrom, sql`${at.toISOString()}::timestamptz`);
  const rows = await db()
    .select({ id: memberships.id, title: organisations.name })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(isNull(memberships.withdrawnAt), or(isNull(memberships.publicFrom), later)))
    .orderBy(desc(memberships.createdAt), memberships.id)
    .limit(most);
  return rows.map(({ id, title }) => ({ value: `membership:${id}`, title }));
}

/** The events to come that are not announced. */
async function draftEvents(at: Date): Promise<Choosable[]> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const rows = await db()
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(and(isNull(events.announcedAt), isNull(events.cancelledAt), gt(events.endsAt, moment)))
    .orderBy(asc(events.startsAt), events.id)
    .limit(most);
  return rows.map(({ id, title }) => ({ value: `event:${id}`, title }));
}

/** The draft of the agenda of the release's own event and of those to come, as it stands. */
async function agendaDrafts(eventId: string | null, at: Date): Promise<Choosable[]> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const rows = await db()
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(
      and(
        isNull(events.cancelledAt),
        gt(events.endsAt, moment),
        sql`exists (select 1 from ${agendaItems} i where i.event_id = ${events.id} and i.starts_at is not null)`,
      ),
    )
    .orderBy(desc(sql`${events.id} = ${eventId}`), asc(events.startsAt))
    .limit(10);
  const found: Choosable[] = [];
  for (const { id, title } of rows) {
    const { content, before } = await draftToRelease(db(), id, at);
    const mark = markOf(content);
    if (!before || markOf(before.content) !== mark) found.push({ value: `agenda:${id}:${mark}`, title });
  }
  return found;
}

/** The events to come and the placed items of their agendas, at which a button can stand. */
export async function placesFor(actor: Actor, at: Date) {
  ensure(actor, "release.edit");
  const moment = sql`${at.toISOString()}::timestamptz`;
  const isToCome = and(isNull(events.cancelledAt), gt(events.endsAt, moment));
  const [occasions, items] = await Promise.all([
    db().select({ id: events.id, title: events.title }).from(events).where(isToCome).orderBy(events.startsAt),
    db()
      .select({
        id: agendaItems.id,
        title: agendaItems.title,
        eventTitle: events.title,
        startsAt: agendaItems.startsAt,
        zone: events.zone,
      })
      .from(agendaItems)
      .innerJoin(events, eq(events.id, agendaItems.eventId))
      .where(and(isToCome, isNotNull(agendaItems.startsAt), notInArray(agendaItems.kind, internalKinds)))
      .orderBy(agendaItems.startsAt, agendaItems.id),
  ]);
  return { events: occasions, items };
}
