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
import { type Locale, roles } from "@/db/enums";
import { instant } from "./columns";
import { organisations } from "./organisations";

export const role = pgEnum("role", roles);

/** Someone who may sign in: an organizer of the secretariat, or an organisation's focal point. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerified: instant("email_verified"),
    image: text("image"),
    role: role("role").notNull(),
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "restrict",
    }),
    locale: text("locale").$type<Locale>().notNull().default("en"),
    /** Demonstration accounts may be entered without a mail, and only on loopback. */
    demonstrationOf: text("demonstration_of"),
    deactivatedAt: instant("deactivated_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("users_email_key").on(t.email),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
    check(
      "users_focal_point_has_organisation",
      sql`(${t.role} = 'focal_point') = (${t.organisationId} is not null)`,
    ),
  ],
);

/** An identity at an OpenID Connect provider. */
export const accounts = pgTable(
  "accounts",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    refresh_token: text("refresh_token"),
    access_token: text("access_token"),
    expires_at: integer("expires_at"),
    token_type: text("token_type"),
    scope: text("scope"),
    id_token: text("id_token"),
    session_state: text("session_state"),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index("accounts_user").on(t.userId)],
);

/** A signed-in browser; deleting the row signs it out. */
export const sessions = pgTable(
  "sessions",
  {
    sessionToken: text("session_token").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expires: instant("expires").notNull(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** A sign-in link, hashed, used once, ten minutes long. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    identifier: text("identifier").notNull(),
    token: text("token").notNull(),
    expires: instant("expires").notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
);
