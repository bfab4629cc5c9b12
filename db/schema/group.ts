import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "@/db/enums";
import { instant, localized } from "./columns";
import { media } from "./media";

/** The organisation that runs this installation: exactly one row. */
export const groups = pgTable(
  "groups",
  {
    one: boolean("one").primaryKey().default(true),
    name: localized("name").notNull(),
    acronym: text("acronym").notNull(),
    /** The paragraph "about the group" that stands under every announcement. */
    boilerplate: localized("boilerplate").notNull(),
    secretariat: localized("secretariat").notNull(),
    pressContact: text("press_contact").notNull().default(""),
    replyTo: text("reply_to").notNull(),
    zone: text("zone").notNull(),
    defaultLocale: text("default_locale").$type<Locale>().notNull().default("en"),
    /** How many of the board must have answered before it has decided. */
    boardQuorum: integer("board_quorum").notNull().default(2),
    /** For the press kit. */
    logoId: uuid("logo_id").references(() => media.id, { onDelete: "restrict" }),
    revision: integer("revision").notNull().default(1),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [check("groups_one", sql`${t.one}`), check("groups_board_quorum", sql`${t.boardQuorum} > 0`)],
);
