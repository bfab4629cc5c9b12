import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { agendaItems } from "./agenda";
import { instant } from "./columns";
import { events } from "./events";
import { users } from "./users";
import { unpublishReason } from "./vocabulary";

/**
 * Several things made public in one step at one moment. Its state is computed from its records: scheduled, made ready
 * shortly before its instant (everything is written then, public from that instant), released, undone.
 */
export const releases = pgTable(
  "releases",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** What the secretariat calls it; nobody else reads it. */
    title: text("title").notNull(),
    eventId: uuid("event_id").references(() => events.id, { onDelete: "restrict" }),
    /** The item of the agenda at which the button is pressed, where there is one. */
    agendaItemId: uuid("agenda_item_id").references(() => agendaItems.id, { onDelete: "set null" }),
    scheduledFor: instant("scheduled_for"),
    zone: text("zone").notNull().default("UTC"),
    scheduledAt: instant("scheduled_at"),
    /** In whose name and with whose rights it is carried out. */
    scheduledBy: uuid("scheduled_by").references(() => users.id, { onDelete: "restrict" }),
    /** When its things were written, and from when they are public. */
    carriedOutAt: instant("carried_out_at"),
    publicFrom: instant("public_from"),
    /** What stood in the way when it was last tried. */
    obstacles: jsonb("obstacles").$type<unknown[]>(),
    failedAt: instant("failed_at"),
    /** When the secretariat was told that it is late or has failed. */
    alarmedAt: instant("alarmed_at"),
    /** When mails and other systems were told. */
    toldAt: instant("told_at"),
    cancelledAt: instant("cancelled_at"),
    undoneAt: instant("undone_at"),
    undoneKind: unpublishReason("undone_kind"),
    undoneReason: text("undone_reason").notNull().default(""),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (t) => [
    index("releases_due")
      .on(t.scheduledFor)
      .where(sql`${t.carriedOutAt} is null and ${t.cancelledAt} is null`),
    check("releases_scheduled", sql`(${t.scheduledFor} is null) = (${t.scheduledAt} is null)`),
    check("releases_carried_out", sql`(${t.carriedOutAt} is null) = (${t.publicFrom} is null)`),
    check("releases_undone", sql`num_nulls(${t.undoneAt}, ${t.undoneKind}) <> 1`),
  ],
);

/** A look at every public page as it will be when a release is out, for one editor, for a short time. */
export const rehearsals = pgTable(
  "rehearsals",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    releaseId: uuid("release_id")
      .notNull()
      .references(() => releases.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [uniqueIndex("rehearsals_token").on(t.tokenHash)],
);
