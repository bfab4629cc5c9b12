import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { RemoveAgendaItemInput } from "./input";
import { lockItem } from "./lock";

/** Takes an item out of the agenda. Refuses `stale`, and `item_has_papers` where documents or minutes hang on it. */
export async function removeItem(actor: Actor, { id, revision }: RemoveAgendaItemInput, at = now()) {
  return db().transaction(async (tx) => {
    const { item } = await lockItem(tx, id);
    ensure(actor, "agenda.edit");
    if (item.revision !== revision) throw new Refusal("stale");
    await refusing(paperConstraints, () => tx.delete(agendaItems).where(eq(agendaItems.id, id)));
    const details = { removed: item.kind };
    await record(tx, actor, {
      action: "agenda.edit",
      subject: ["agenda_item", id],
      eventId: item.eventId,
      at,
      details,
    });
    return { eventId: item.eventId };
  });
}

/** What the database keeps an item for. */
const paperConstraints = {
  item_documents_item_kept: "item_has_papers",
  minutes_revisions_item_id_agenda_items_id_fk: "item_has_papers",
  minutes_publications_item_id_agenda_items_id_fk: "item_has_papers",
};
