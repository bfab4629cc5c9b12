import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type Locale, mailStates, type SubjectKind } from "@/db/enums";
import { instant } from "./columns";

export const mailState = pgEnum("mail_state", mailStates);

/** A file sent with a mail, small enough to live in the row. */
export type MailAttachment = {
  filename: string;
  contentType: string;
  content: string;
};

/** The outbox: a mail is a row written with the deed it tells of. */
export const mails = pgTable(
  "mails",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** From what it is about and for whom: the same mail is never written twice. */
    idempotencyKey: text("idempotency_key").notNull(),
    toAddress: text("to_address").notNull(),
    toName: text("to_name").notNull().default(""),
    locale: text("locale").$type<Locale>().notNull(),
    template: text("template").notNull(),
    subject: text("subject").notNull(),
    /** Secrets stand in the texts as `{{name}}` and are filled in at delivery only. */
    text: text("text").notNull(),
    html: text("html").notNull(),
    secrets: jsonb("secrets").$type<Record<string, string>>(),
    /** Further headers, as List-Unsubscribe (RFC 8058); `{{secrets}}` in them are filled in at delivery. */
    headers: jsonb("headers").$type<Record<string, string>>().notNull().default({}),
    attachments: jsonb("attachments").$type<MailAttachment[]>().notNull().default([]),
    aboutKind: text("about_kind").$type<SubjectKind>(),
    aboutId: uuid("about_id"),
    eventId: uuid("event_id"),
    /** The bulk mail it is one of. */
    mailingId: uuid("mailing_id"),
    state: mailState("state").notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull().defaultNow(),
    lastError: text("last_error").notNull().default(""),
    createdAt: instant("created_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    uniqueIndex("mails_idempotency_key").on(t.idempotencyKey),
    index("mails_due").on(t.nextAttemptAt).where(sql`${t.state} = 'queued'`),
    index("mails_mailing").on(t.mailingId),
    index("mails_about").on(t.aboutKind, t.aboutId),
    index("mails_event").on(t.eventId),
    check("mails_sent", sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
  ],
);
