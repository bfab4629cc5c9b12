import { bigserial, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { SubjectKind } from "@/db/enums";
import { instant } from "./columns";

/** Who did what, when and why; written in the same transaction as the deed. A trigger refuses UPDATE and DELETE. */
export const history = pgTable(
  "history",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    at: instant("at").notNull().defaultNow(),
    actorId: uuid("actor_id"),
    /** As the actor was called then: a user's name, "participant", "the system". */
    actorName: text("actor_name").notNull(),
    /** An action of `domain/access/can`, e.g. `statement.publish`. */
    action: text("action").notNull(),
    subjectKind: text("subject_kind").$type<SubjectKind>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** The event it belongs to, so that an event's history is one query. */
    eventId: uuid("event_id"),
    reason: text("reason").notNull().default(""),
    /** What changed, without personal data: field names, counts, states. */
    details: jsonb("details").$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index("history_subject").on(t.subjectKind, t.subjectId, t.id),
    index("history_event").on(t.eventId, t.id),
  ],
);
