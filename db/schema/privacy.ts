import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { consentKinds, type Locale } from "@/db/enums";
import { instant } from "./columns";
import { participations } from "./participations";

export const consentKind = pgEnum("consent_kind", consentKinds);

/** A consent as it was given: to what words, in what language, when; and when it was taken back. */
export const consents = pgTable(
  "consents",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    participationId: uuid("participation_id")
      .notNull()
      .references(() => participations.id, { onDelete: "cascade" }),
    kind: consentKind("kind").notNull(),
    text: text("text").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    givenAt: instant("given_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    index("consents_participation").on(t.participationId, t.kind),
    check("consents_order", sql`${t.withdrawnAt} is null or ${t.withdrawnAt} >= ${t.givenAt}`),
  ],
);

/** Somebody asks to be erased; the secretariat answers. */
export const erasureRequests = pgTable(
  "erasure_requests",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    participationId: uuid("participation_id")
      .notNull()
      .references(() => participations.id, { onDelete: "cascade" }),
    askedAt: instant("asked_at").notNull(),
    doneAt: instant("done_at"),
    refusedAt: instant("refused_at"),
    refusedReason: text("refused_reason").notNull().default(""),
  },
  (t) => [
    index("erasure_requests_participation").on(t.participationId),
    check("erasure_requests_one_answer", sql`num_nonnulls(${t.doneAt}, ${t.refusedAt}) <= 1`),
  ],
);

/** A night's erasing, or the report of what it would erase: counts by kind and event, never a name. */
export const retentionRuns = pgTable("retention_runs", {
  id: uuid("id").primaryKey().defaultRandom(),
  ranAt: instant("ran_at").notNull(),
  dryRun: boolean("dry_run").notNull(),
  report: jsonb("report")
    .$type<{ eventId: string | null; kind: string; count: number; due: string }[]>()
    .notNull(),
});
