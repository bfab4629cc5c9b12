import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/events";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { AgendaItemInput } from "./input";
import { agendaConstraints, columnsOf, writePeople } from "./row";

/** Adds an item to an event's agenda. Refuses `time_skipped`, `time_twice`, `no_such_person`. */
export async function addItem(actor: Actor, input: AgendaItemInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const event = await lockEvent(tx, input.eventId);
      ensure(actor, "agenda.edit");
      const [item] = await tx
        .insert(agendaItems)
        .values({ ...columnsOf(input, event.zone), createdAt: at })
        .returning({ id: agendaItems.id });
      if (!item) throw new Refusal("not_found");
      await writePeople(tx, item.id, input.people);
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
