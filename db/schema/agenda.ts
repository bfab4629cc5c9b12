import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  agendaAudiences,
  agendaItemKinds,
  agendaRoles,
  attributionRules,
  confirmations,
  type Locale,
  presences,
  type SpokenLanguage,
} from "@/db/enums";
import { instant, localized } from "./columns";
import { events } from "./events";
import { organisations } from "./organisations";
import { people } from "./people";

export const agendaItemKind = pgEnum("agenda_item_kind", agendaItemKinds);
export const agendaRole = pgEnum("agenda_role", agendaRoles);
export const agendaAudience = pgEnum("agenda_audience", agendaAudiences);
export const attributionRule = pgEnum("attribution_rule", attributionRules);
export const confirmation = pgEnum("confirmation", confirmations);
export const presence = pgEnum("presence", presences);

/** A room of an event, in the order in which the agenda shows them. */
export const rooms = pgTable(
  "rooms",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The house it is in, where the event has several; between two of them people walk. */
    building: text("building").notNull().default(""),
    /** How many people it holds; null is not known. */
    capacity: integer("capacity"),
    position: integer("position").notNull().default(0),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    uniqueIndex("rooms_name_key").on(t.eventId, sql`lower(${t.name})`),
    unique("rooms_event_key").on(t.id, t.eventId),
    check("rooms_name", sql`${t.name} <> ''`),
    check("rooms_capacity", sql`${t.capacity} > 0`),
  ],
);

/**
 * One entry of the working draft of an event's agenda. Times are instants, entered in the event's zone; an entry
 * without one waits in the tray. The public sees releases, never this.
 */
export const agendaItems = pgTable(
  "agenda_items",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    kind: agendaItemKind("kind").notNull(),
    title: localized("title").notNull(),
    abstract: localized("abstract").notNull().default({}),
    /** The revision in which each language's words were last written or found still right: the lower is outdated. */
    wordsRevision: jsonb("words_revision").$type<Partial<Record<Locale, number>>>().notNull().default({}),
    roomId: uuid("room_id").references(() => rooms.id, { onDelete: "set null" }),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    /** Minutes it will take, while it has no time yet. */
    plannedMinutes: integer("planned_minutes").notNull().default(30),
    audience: agendaAudience("audience").notNull().default("public"),
    attribution: attributionRule("attribution").notNull().default("on_record"),
    /** Languages of interpretation, the language of the floor among them. */
    languages: text("languages").array().$type<SpokenLanguage[]>().notNull().default(sql`'{}'`),
    /** How many people are expected in the room; null: not known. */
    expected: integer("expected"),
    revision: integer("revision").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("agenda_items_event").on(t.eventId, t.startsAt),
    index("agenda_items_room").on(t.roomId),
    check("agenda_items_order", sql`${t.endsAt} > ${t.startsAt}`),
    check("agenda_items_time", sql`(${t.startsAt} is null) = (${t.endsAt} is null)`),
    check("agenda_items_planned", sql`${t.plannedMinutes} between 1 and 10080`),
    check("agenda_items_expected", sql`${t.expected} >= 0`),
  ],
);

/** A person's role in an agenda item. */
export const agendaItemPeople = pgTable(
  "agenda_item_people",
  {
    itemId: uuid("item_id")
      .notNull()
      .references(() => agendaItems.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    role: agendaRole("role").notNull(),
    position: integer("position").notNull().default(0),
    confirmation: confirmation("confirmation").notNull().default("unasked"),
    presence: presence("presence").notNull().default("in_person"),
    /** The organisation in whose delegation's name they act. */
    onBehalfOf: uuid("on_behalf_of").references(() => organisations.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.personId, t.role] }),
    index("agenda_item_people_person").on(t.personId),
    index("agenda_item_people_on_behalf").on(t.onBehalfOf),
  ],
);

/** When a person can be given something to do at an event; somebody without a row can be at any time. */
export const availabilities = pgTable(
  "availabilities",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    fromAt: instant("from_at").notNull(),
    untilAt: instant("until_at").notNull(),
  },
  (t) => [
    index("availabilities_event").on(t.eventId, t.personId),
    check("availabilities_order", sql`${t.untilAt} > ${t.fromAt}`),
  ],
);

/** An item as it was released. People are ids: their names are asked at reading time, with their consent. */
export type ReleasedItem = {
  id: string;
  kind: (typeof agendaItemKinds)[number];
  title: Partial<Record<Locale, string>>;
  abstract: Partial<Record<Locale, string>>;
  room: { id: string; name: string; building: string } | null;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  audience: "public" | "participants";
  attribution: (typeof attributionRules)[number];
  languages: SpokenLanguage[];
  statementIds: string[];
  announcementIds: string[];
  people: {
    personId: string;
    role: (typeof agendaRoles)[number];
    presence: (typeof presences)[number];
    onBehalfOf: string | null;
  }[];
  /** SEQUENCE of its calendar entry (RFC 5546, 2.1.4): grows with time, place and cancelling. */
  sequence: number;
};

/** What a release holds: the items in force, and those of earlier releases that no longer are. */
export type ReleasedAgenda = { items: ReleasedItem[]; cancelled: ReleasedItem[] };

/** A numbered release of an event's agenda, never changed: what the public, calendars and feeds show. */
export const agendaReleases = pgTable(
  "agenda_releases",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    /** What the public is told of it. */
    note: localized("note").notNull().default({}),
    content: jsonb("content").$type<ReleasedAgenda>().notNull(),
    /** The number of the earlier release that was released again. */
    againOf: integer("again_of"),
    /** From when it is the agenda: of one made public together with other things, an instant to come. */
    releasedAt: instant("released_at").notNull(),
    releasedBy: uuid("released_by"),
    /** Taken back: the one before is the agenda again. */
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    uniqueIndex("agenda_releases_key").on(t.eventId, t.number),
    check("agenda_releases_number", sql`${t.number} > 0 and ${t.againOf} < ${t.number}`),
  ],
);

/**
 * The items of each event's releases, one row each, with the time in which that release is the agenda: what queries of
 * public surfaces join, with `isCurrentAt` of their moment.
 */
export const currentAgenda = pgView("current_agenda", {
  eventId: uuid("event_id").notNull(),
  number: integer("number").notNull(),
  currentFrom: instant("current_from").notNull(),
  currentUntil: instant("current_until"),
  id: uuid("id").notNull(),
  kind: agendaItemKind("kind").notNull(),
  title: localized("title").notNull(),
  abstract: localized("abstract").notNull(),
  startsAt: instant("starts_at").notNull(),
  endsAt: instant("ends_at").notNull(),
  audience: agendaAudience("audience").notNull(),
  people: jsonb("people").$type<ReleasedItem["people"]>().notNull(),
}).existing();
