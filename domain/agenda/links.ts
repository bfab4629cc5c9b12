import { desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { Locale } from "@/db/enums";
import { agendaItemAnnouncements, agendaItemStatements } from "@/db/schema/agenda-links";
import { announcements } from "@/db/schema/announcements";
import { statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Links } from "./freeze";

/** What items are tied to, one row for each tie. */
export async function linksOf(query: Queryable, itemIds: string[]): Promise<Links[]> {
  if (itemIds.length === 0) return [];
  return [
    ...(await query.select().from(agendaItemStatements).where(inArray(agendaItemStatements.itemId, itemIds))),
    ...(await query
      .select()
      .from(agendaItemAnnouncements)
      .where(inArray(agendaItemAnnouncements.itemId, itemIds))),
  ];
}

/**
 * What an item of an event can be tied to: the statements and announcements of the event, those of none, and what it is
 * tied to already. Drafts and what is under embargo too: a release says of them only what is public when it is read.
 */
export async function linkChoices(actor: Actor, eventId: string, locale: Locale, tied: Links[] = []) {
  ensure(actor, "agenda.edit");
  const statementTitle = sql<string>`coalesce((select r.title from statement_revisions r
    where r.statement_id = statements.id order by (r.locale = ${locale}) desc, r.number desc limit 1), ${statements.slug})`;
  const announcementTitle = sql<string>`coalesce((select r.title from announcement_revisions r
    where r.announcement_id = announcements.id
    order by (r.locale = ${locale}) desc, r.number desc limit 1), ${announcements.slug})`;
  const statementIds = tied.flatMap((link) => link.statementId ?? []);
  const announcementIds = tied.flatMap((link) => link.announcementId ?? []);
  const [ofStatements, ofAnnouncements] = await Promise.all([
    db()
      .select({ value: statements.id, label: statementTitle })
      .from(statements)
      .where(
        or(eq(statements.eventId, eventId), isNull(statements.eventId), inArray(statements.id, statementIds)),
      )
      .orderBy(desc(statements.createdAt)),
    db()
      .select({ value: announcements.id, label: announcementTitle })
      .from(announcements)
      .where(
        or(
          eq(announcements.eventId, eventId),
          isNull(announcements.eventId),
          inArray(announcements.id, announcementIds),
        ),
      )
      .orderBy(desc(announcements.createdAt)),
  ]);
  return { statements: ofStatements, announcements: ofAnnouncements };
}
