import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

/** How often something was asked for under a key, as rate-limiter-flexible keeps it. Keys are hashes, never addresses. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint("expire", { mode: "number" }),
});
