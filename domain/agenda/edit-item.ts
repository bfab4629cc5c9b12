import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItemPeople, agendaItems } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { EditAgendaItemInput } from "./input";
import { itemValues } from "./item-values";
import { lockItem } from "./lock";
import { agendaConstraints, columnsOf, ensureRoom, writeLinks, writePeople } from "./row";
import { wordsRevisionAfter } from "./words";

/** Changes an item. Refuses `stale` with theirs, `time_skipped`, `time_twice`, `no_such_person`, `no_such_room`. */
export async function editItem(actor: Actor, { id, revision, ...input }: EditAgendaItemInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const { item: before, event } = await lockItem(tx, id);
      ensure(actor, "agenda.edit");
      if (before.revision !== revision)
        throw new Refusal("stale", {}, { theirs: await itemValues(tx, id, event.zone) });
      const columns = { ...columnsOf(input, event.zone), eventId: event.id };
      await ensureRoom(tx, event.id, columns.roomId);
      const wordsRevision = wordsRevisionAfter(before, columns, revision + 1, input.stillRight);
      await tx
        .update(agendaItems)
        .set({ ...columns, wordsRevision, revision: revision + 1 })
        .where(eq(agendaItems.id, id));
      await tx.delete(agendaItemPeople).where(eq(agendaItemPeople.itemId, id));
      await writePeople(tx, id, input.people);
      await writeLinks(tx, id, input);
      const details = { changed: input.kind };
      await record(tx, actor, {
        action: "agenda.edit",
        subject: ["agenda_item", id],
        eventId: event.id,
        at,
        details,
      });
      return { revision: revision + 1 };
    });
  return refusing(agendaConstraints, write);
}
