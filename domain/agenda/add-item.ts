import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { AgendaItemInput } from "./input";
import { agendaConstraints, columnsOf, ensureRoom, writeLinks, writePeople } from "./row";
import { wordsRevisionAfter } from "./words";

const unwritten = { title: {}, abstract: {}, wordsRevision: {} };

/**
 * Adds an item to an event's agenda. Refuses `time_skipped`, `time_twice`, `no_such_person`, `no_such_room`, and `item_known`
 * where an item of the same title begins in the same room at the same time.
 */
export async function addItem(actor: Actor, input: AgendaItemInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, input.eventId);
      ensure(actor, "agenda.edit");
      const columns = columnsOf(input, event.zone);
      await ensureRoom(tx, event.id, columns.roomId);
      // Behind the event's lock: a form that is sent twice adds one item.
      const known = await tx
        .select({ id: agendaItems.id })
        .from(agendaItems)
        .where(
          and(
            eq(agendaItems.eventId, event.id),
            eq(agendaItems.title, columns.title),
            sql`${agendaItems.roomId} is not distinct from ${columns.roomId}::uuid`,
            sql`${agendaItems.startsAt} is not distinct from ${columns.startsAt?.toISOString() ?? null}::timestamptz`,
          ),
        )
        .limit(1);
      if (known.length > 0) throw new Refusal("item_known");
      const [item] = await tx
        .insert(agendaItems)
        .values({ ...columns, wordsRevision: wordsRevisionAfter(unwritten, columns, 1), createdAt: at })
        .returning({ id: agendaItems.id, revision: agendaItems.revision });
      if (!item) throw new Refusal("not_found");
      await writePeople(tx, item.id, input.people);
      await writeLinks(tx, item.id, input);
      const details = { added: input.kind };
      await record(tx, actor, {
        action: "agenda.edit",
        subject: ["agenda_item", item.id],
        eventId: event.id,
        at,
        details,
      });
      return item;
    });
  return refusing(agendaConstraints, write);
}
