import type { Transaction } from "@/db/client";
import { agendaItemPeople } from "@/db/schema/events";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import type { AgendaItemInput } from "./input";

/** The columns of an item from its form: local times become instants in the event's zone. Refuses `time_not_unique`. */
export function columnsOf({ people: _, ...item }: AgendaItemInput, zone: string) {
  return { ...item, startsAt: instant(item.startsAt, zone), endsAt: instant(item.endsAt, zone) };
}

function instant(local: string, zone: string) {
  const zoned = zonedToInstant(local, zone);
  if (zoned.kind !== "instant")
    throw new Refusal(zoned.kind === "skipped" ? "time_skipped" : "time_twice", {
      time: local.replace("T", " "),
    });
  return zoned.instant;
}

/** Writes who does what in an item, in the order of the form; the same person in the same role counts once. */
export async function writePeople(tx: Transaction, itemId: string, people: AgendaItemInput["people"]) {
  const rows = people.map((person, position) => ({ ...person, itemId, position }));
  if (rows.length > 0) await tx.insert(agendaItemPeople).values(rows).onConflictDoNothing();
}

/** What the database may say no to when an item is written. */
export const agendaConstraints = {
  agenda_item_people_person_id_people_id_fk: "no_such_person",
  agenda_items_order: "ends_before_start",
};
