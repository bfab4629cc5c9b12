import { index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { deliveryStates, type WebhookTopic } from "@/db/enums";
import { instant } from "./columns";

export const deliveryState = pgEnum("delivery_state", deliveryStates);

/** Another system that is told when something becomes public. */
export const webhooks = pgTable("webhooks", {
  id: uuid("id").primaryKey().defaultRandom(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  /** With which each delivery is signed; shown once. */
  secret: text("secret").notNull(),
  topics: text("topics").array().$type<WebhookTopic[]>().notNull(),
  createdAt: instant("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  pausedAt: instant("paused_at"),
  removedAt: instant("removed_at"),
  revision: integer("revision").notNull().default(1),
});

/** One thing told to one system: what was sent, how often it was tried, what came back. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    webhookId: uuid("webhook_id")
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** A topic, or the trial somebody asked for. */
    topic: text("topic").$type<WebhookTopic | "test">().notNull(),
    /** From what it tells: the same is never told twice. */
    key: text("key").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    state: deliveryState("state").notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    /** The status of the last answer; without one nothing answered. */
    status: integer("status"),
    lastError: text("last_error").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    deliveredAt: instant("delivered_at"),
  },
  (t) => [
    unique("webhook_deliveries_once").on(t.webhookId, t.key),
    index("webhook_deliveries_newest").on(t.webhookId, t.createdAt),
  ],
);
