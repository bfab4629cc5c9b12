import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { credentialsStates } from "@/db/enums";
import { day, instant } from "./columns";
import { events } from "./events";
import { files } from "./files";
import { organisations } from "./organisations";
import { participationClass } from "./vocabulary";

export const credentialsState = pgEnum("credentials_state", credentialsStates);

/** An organisation's party at one event. */
export const delegations = pgTable(
  "delegations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    /** A deadline of its own instead of the event's. */
    nominationClosesAt: instant("nomination_closes_at"),
    /** For the secretariat only. */
    note: text("note").notNull().default(""),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("delegations_event_organisation").on(t.eventId, t.organisationId),
    index("delegations_organisation").on(t.organisationId),
  ],
);

/** A quota of one delegation that differs from that of the event's class; null is without limit. */
export const delegationQuotas = pgTable(
  "delegation_quotas",
  {
    delegationId: uuid("delegation_id")
      .notNull()
      .references(() => delegations.id, { onDelete: "cascade" }),
    class: participationClass("class").notNull(),
    quota: integer("quota"),
  },
  (t) => [
    primaryKey({ columns: [t.delegationId, t.class] }),
    check("delegation_quotas_quota", sql`${t.quota} is null or ${t.quota} >= 0`),
    check("delegation_quotas_one_head", sql`${t.class} <> 'head' or ${t.quota} <= 1`),
  ],
);

/** A credentials letter; a later one replaces an earlier, which is kept. */
export const credentials = pgTable(
  "credentials",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    delegationId: uuid("delegation_id")
      .notNull()
      .references(() => delegations.id, { onDelete: "cascade" }),
    fileId: uuid("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "restrict" }),
    /** Who signed it: head of state or government, foreign minister, chief executive. */
    issuer: text("issuer").notNull(),
    issuedOn: day("issued_on").notNull(),
    state: credentialsState("state").notNull().default("received"),
    stateReason: text("state_reason").notNull().default(""),
    uploadedBy: text("uploaded_by").notNull(),
    uploadedAt: instant("uploaded_at").notNull().defaultNow(),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    index("credentials_delegation").on(t.delegationId, t.uploadedAt),
    check("credentials_decided", sql`(${t.state} = 'received') = (${t.decidedAt} is null)`),
    check("credentials_rejected_reason", sql`${t.state} <> 'rejected' or ${t.stateReason} <> ''`),
  ],
);

/** What the secretariat tells a delegation, in the language it was written in. */
export const delegationMessages = pgTable(
  "delegation_messages",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    delegationId: uuid("delegation_id")
      .notNull()
      .references(() => delegations.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    sentBy: text("sent_by").notNull(),
    sentAt: instant("sent_at").notNull(),
    /** When a focal point first saw it. */
    readAt: instant("read_at"),
  },
  (t) => [index("delegation_messages_delegation").on(t.delegationId, t.sentAt)],
);
