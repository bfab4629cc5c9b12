import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { cues } from "@/db/schema/run-of-show";
import { Refusal } from "@/lib/refusal";
import { zonedToInstant } from "@/lib/time";
import type { CueInput } from "./input";
import { minutesOf } from "./rules";

/** Locks a row of the run of show and answers it. Refuses `not_found`. */
export async function lockCue(tx: Transaction, id: string) {
  const [row] = await tx.select().from(cues).where(eq(cues.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}

export type CueRow = Awaited<ReturnType<typeof lockCue>>;

/** The columns of a row from its form. Refuses `time_skipped`, `time_twice` for a time of a day that is none or two. */
export function columnsOf({ clock, ...facts }: CueInput, zone: string) {
  if (facts.anchor !== "day") return { ...facts, day: null };
  const local = `${facts.day}T${clock}`;
  const { kind } = zonedToInstant(local, zone);
  if (kind !== "instant")
    throw new Refusal(kind === "skipped" ? "time_skipped" : "time_twice", { time: local.replace("T", " ") });
  return { ...facts, itemId: null, offsetMinutes: minutesOf(clock ?? "00:00") };
}

/** Refuses `no_such_item` where an item is not one of the event's working draft. */
export async function ensureItem(tx: Transaction, eventId: string, itemId: string | null) {
  if (!itemId) return;
  const here = and(eq(agendaItems.id, itemId), eq(agendaItems.eventId, eventId));
  const [item] = await tx.select({ id: agendaItems.id }).from(agendaItems).where(here);
  if (!item) throw new Refusal("no_such_item");
}
