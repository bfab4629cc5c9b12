import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type Locale, releaseAudiences, releaseItemKinds } from "@/db/enums";
import { announcementRevisions, announcements } from "./announcements";
import { instant, localized } from "./columns";
import { events } from "./events";
import { memberships } from "./organisations";
import { releases } from "./releases";
import { statementRevisions, statements } from "./statements";

export const releaseItemKind = pgEnum("release_item_kind", releaseItemKinds);
export const releaseAudience = pgEnum("release_audience", releaseAudiences);

/** One thing of a release; of a text, one language and the revision that was looked at. */
export const releaseItems = pgTable(
  "release_items",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    releaseId: uuid("release_id")
      .notNull()
      .references(() => releases.id, { onDelete: "cascade" }),
    kind: releaseItemKind("kind").notNull(),
    position: integer("position").notNull(),
    locale: text("locale").$type<Locale>(),
    announcementId: uuid("announcement_id").references(() => announcements.id, { onDelete: "restrict" }),
    announcementRevisionId: uuid("announcement_revision_id").references(() => announcementRevisions.id, {
      onDelete: "restrict",
    }),
    statementId: uuid("statement_id").references(() => statements.id, { onDelete: "restrict" }),
    statementRevisionId: uuid("statement_revision_id").references(() => statementRevisions.id, {
      onDelete: "restrict",
    }),
    membershipId: uuid("membership_id").references(() => memberships.id, { onDelete: "restrict" }),
    /** Of an event that is announced with it, or whose agenda is released. */
    eventId: uuid("event_id").references(() => events.id, { onDelete: "restrict" }),
    /** Of an agenda, by which the draft that was looked at is known again. */
    seen: text("seen").notNull().default(""),
    audience: releaseAudience("audience"),
    subject: localized("subject").notNull().default({}),
    body: localized("body").notNull().default({}),
    /** What was written for it when the release was carried out, by which it can be undone. */
    outcome: jsonb("outcome").$type<Record<string, unknown>>(),
    addedAt: instant("added_at").notNull(),
    addedBy: text("added_by").notNull(),
  },
  (t) => [
    index("release_items_release").on(t.releaseId, t.position),
    uniqueIndex("release_items_announcement")
      .on(t.releaseId, t.announcementId, t.locale)
      .where(sql`${t.kind} = 'announcement'`),
    uniqueIndex("release_items_statement")
      .on(t.releaseId, t.statementId, t.locale)
      .where(sql`${t.kind} = 'statement'`),
    uniqueIndex("release_items_membership")
      .on(t.releaseId, t.membershipId)
      .where(sql`${t.kind} = 'membership'`),
    uniqueIndex("release_items_event")
      .on(t.releaseId, t.kind, t.eventId)
      .where(sql`${t.kind} in ('event', 'agenda')`),
    check(
      "release_items_kind",
      sql`case ${t.kind}
        when 'announcement' then num_nulls(${t.announcementId}, ${t.announcementRevisionId}, ${t.locale}) = 0
        when 'statement' then num_nulls(${t.statementId}, ${t.statementRevisionId}, ${t.locale}) = 0
        when 'membership' then ${t.membershipId} is not null
        when 'mail' then ${t.audience} is not null
        else ${t.eventId} is not null end`,
    ),
  ],
);
