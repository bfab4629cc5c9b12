import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { daysBetween } from "@/lib/time";
import { later } from "./grid/rules";
import type { MoveBlockInput } from "./input";
import { standing, writePlace } from "./place";
import { agendaConstraints } from "./row";

/**
 * Moves what begins on a day, from a time of day on, to another day and by minutes, in one step. Local times are kept,
 * also over a change of the clocks. Answers where each item stood and stands. Refuses `draft_changed` where the draft
 * is not as it was seen, `nothing_to_move`, `time_skipped`, `time_twice`.
 */
export async function moveBlock(actor: Actor, input: MoveBlockInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, input.eventId);
      ensure(actor, "agenda.edit");
      const rows = await tx
        .select()
        .from(agendaItems)
        .where(eq(agendaItems.eventId, event.id))
        .orderBy(agendaItems.id)
        .for("update");
      const seen = new Map(input.seen.map((item) => [item.id, item.revision]));
      if (seen.size !== rows.length || rows.some((row) => seen.get(row.id) !== row.revision))
        throw new Refusal("draft_changed");
      const minutes = daysBetween(input.day, input.toDay) * 1_440 + input.minutes;
      const before = rows
        .map((row) => standing(row, event.zone))
        .filter((item) => item.startsAt?.startsWith(input.day) && item.startsAt.slice(11) >= input.from);
      if (before.length === 0 || minutes === 0) throw new Refusal("nothing_to_move");
      const after = [];
      for (const item of before) {
        const moved = {
          ...item,
          startsAt: later(item.startsAt, minutes),
          endsAt: later(item.endsAt, minutes),
        };
        after.push(standing(await writePlace(tx, moved, event.zone), event.zone));
      }
      await record(tx, actor, {
        action: "agenda.edit",
        subject: ["event", event.id],
        eventId: event.id,
        at,
        details: { movedItems: after.length, minutes },
      });
      return { before, after };
    });
  return refusing(agendaConstraints, write);
}
