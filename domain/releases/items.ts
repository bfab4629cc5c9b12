import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Localized } from "@/db/enums";
import { announcementRevisions } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { memberships, organisations } from "@/db/schema/organisations";
import { statementRevisions } from "@/db/schema/statements";
import { draftToRelease, markOf } from "@/domain/agenda/release";
import type { ItemRow } from "./lock";

/** A thing of a release, by the name people know it by. */
export type NamedItem = ItemRow & {
  title: Localized;
  /** Of a text, the number of the revision that goes out. */
  number: number | null;
  /** What is newer than what goes out: a revision by its id, a draft by its mark. */
  newer: string | null;
  /** Whose page shows it: the id of an organisation, a text or an event. */
  aboutId: string | null;
};

/** The things of a release with their names, and what is newer than what was looked at. */
export async function namesOf(items: readonly ItemRow[], at: Date): Promise<NamedItem[]> {
  const [announcements, statements, spells, occasions, drafts] = await Promise.all([
    editions(items),
    texts(items),
    spellNames(items),
    eventNames(items),
    draftMarks(items, at),
  ]);
  return items.map((item) => {
    const nothing = { title: item.subject, number: null, newer: null, aboutId: null };
    if (item.kind === "announcement" || item.kind === "statement") {
      const text = (item.kind === "announcement" ? announcements : statements).get(revisionOf(item));
      if (!text) return { ...item, ...nothing };
      const { title, number, latestId } = text;
      const newer = latestId === revisionOf(item) ? null : latestId;
      const aboutId = item.announcementId ?? item.statementId;
      return { ...item, title: { [text.locale]: title }, number, newer, aboutId };
    }
    if (item.kind === "membership") {
      const spell = spells.get(item.membershipId ?? "");
      return { ...item, ...nothing, title: spell?.name ?? {}, aboutId: spell?.organisationId ?? null };
    }
    if (item.kind === "mail") return { ...item, ...nothing };
    const mark = item.kind === "agenda" ? drafts.get(item.eventId ?? "") : undefined;
    return {
      ...item,
      ...nothing,
      title: occasions.get(item.eventId ?? "") ?? {},
      newer: mark && mark !== item.seen ? mark : null,
      aboutId: item.eventId,
    };
  });
}

const revisionOf = (item: ItemRow) => item.announcementRevisionId ?? item.statementRevisionId ?? "";

async function editions(items: readonly ItemRow[]) {
  const ids = items.flatMap((item) => item.announcementRevisionId ?? []);
  if (ids.length === 0) return new Map<string, Text>();
  const { id, locale, title, number } = announcementRevisions;
  // Named in full: among the columns of one table they would stand without it, and be those of the inner query.
  const latestId = sql<string>`(select l.id from announcement_revisions l
    where l.announcement_id = announcement_revisions.announcement_id
      and l.locale = announcement_revisions.locale order by l.number desc limit 1)`;
  const rows = await db()
    .select({ id, locale, title, number, latestId })
    .from(announcementRevisions)
    .where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, row as Text]));
}

type Text = { id: string; locale: string; title: string; number: number; latestId: string };

async function texts(items: readonly ItemRow[]) {
  const ids = items.flatMap((item) => item.statementRevisionId ?? []);
  if (ids.length === 0) return new Map<string, Text>();
  const { id, locale, title, number } = statementRevisions;
  const latestId = sql<string>`(select l.id from statement_revisions l
    where l.statement_id = statement_revisions.statement_id
      and l.locale = statement_revisions.locale order by l.number desc limit 1)`;
  const rows = await db()
    .select({ id, locale, title, number, latestId })
    .from(statementRevisions)
    .where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, row as Text]));
}

async function spellNames(items: readonly ItemRow[]) {
  const ids = items.flatMap((item) => item.membershipId ?? []);
  if (ids.length === 0) return new Map<string, { name: Localized; organisationId: string }>();
  const rows = await db()
    .select({ id: memberships.id, name: organisations.name, organisationId: organisations.id })
    .from(memberships)
    .innerJoin(organisations, sql`${organisations.id} = ${memberships.organisationId}`)
    .where(inArray(memberships.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function eventNames(items: readonly ItemRow[]) {
  const ids = items.flatMap((item) => item.eventId ?? []);
  if (ids.length === 0) return new Map<string, Localized>();
  const rows = await db()
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(inArray(events.id, ids));
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** The marks of agendas' drafts as they stand, of those that are not out yet. */
async function draftMarks(items: readonly ItemRow[], at: Date) {
  const marks = new Map<string, string>();
  for (const { kind, eventId, outcome } of items)
    if (kind === "agenda" && eventId && !outcome)
      marks.set(eventId, markOf((await draftToRelease(db(), eventId, at)).content));
  return marks;
}
