import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaItemPeople, rooms } from "@/db/schema/agenda";
import { agendaItemAnnouncements, agendaItemStatements } from "@/db/schema/agenda-links";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import type { AgendaItemInput } from "./input";

/** The columns of an item from its form: local times become instants in the event's zone. Refuses `time_skipped`, `time_twice`. */
export function columnsOf(input: AgendaItemInput, zone: string) {
  const { people: _, statementIds: __, announcementIds: ___, stillRight: ____, ...item } = input;
  return { ...item, startsAt: instantOf(item.startsAt, zone), endsAt: instantOf(item.endsAt, zone) };
}

/** The instant of a local time; nothing stays nothing. Refuses `time_skipped`, `time_twice`. */
export function instantOf(local: string | null, zone: string) {
  if (local === null) return null;
  const zoned = zonedToInstant(local, zone);
  if (zoned.kind !== "instant")
    throw new Refusal(zoned.kind === "skipped" ? "time_skipped" : "time_twice", {
      time: local.replace("T", " "),
    });
  return zoned.instant;
}

/** Refuses `no_such_room` where a room is not one of the event's. */
export async function ensureRoom(tx: Transaction, eventId: string, roomId: string | null) {
  if (!roomId) return;
  const here = and(eq(rooms.id, roomId), eq(rooms.eventId, eventId));
  const [room] = await tx.select({ id: rooms.id }).from(rooms).where(here);
  if (!room) throw new Refusal("no_such_room");
}

/** Writes who does what in an item, in the order of the form; the same person in the same role counts once. */
export async function writePeople(tx: Transaction, itemId: string, people: AgendaItemInput["people"]) {
  const rows = people.map((person, position) => ({ ...person, itemId, position }));
  if (rows.length > 0) await tx.insert(agendaItemPeople).values(rows).onConflictDoNothing();
}

type Links = Pick<AgendaItemInput, "statementIds" | "announcementIds">;

/** Writes which statements and announcements belong to an item, in place of those that did. */
export async function writeLinks(tx: Transaction, itemId: string, { statementIds, announcementIds }: Links) {
  await tx.delete(agendaItemStatements).where(eq(agendaItemStatements.itemId, itemId));
  await tx.delete(agendaItemAnnouncements).where(eq(agendaItemAnnouncements.itemId, itemId));
  const statements = statementIds.map((statementId) => ({ itemId, statementId }));
  if (statements.length > 0) await tx.insert(agendaItemStatements).values(statements);
  const announcements = announcementIds.map((announcementId) => ({ itemId, announcementId }));
  if (announcements.length > 0) await tx.insert(agendaItemAnnouncements).values(announcements);
}

/** What the database may say no to when an item is written. */
export const agendaConstraints = {
  agenda_item_people_person_id_people_id_fk: "no_such_person",
  agenda_item_people_on_behalf_of_organisations_id_fk: "no_such_organisation",
  agenda_item_statements_statement_id_statements_id_fk: "no_such_statement",
  agenda_item_announcements_announcement_id_announcements_id_fk: "no_such_announcement",
  agenda_items_order: "ends_before_start",
};
