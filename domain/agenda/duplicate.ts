import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItemPeople, agendaItems } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { DuplicateItemInput } from "./input";
import { linksOf } from "./links";
import { lockItem } from "./lock";
import { writeLinks } from "./row";
import { bornIn } from "./words";

/**
 * Lays a copy of an item into the tray, with its words, people and ties; nobody has been asked yet about the copy.
 * Refuses `stale`.
 */
export async function duplicate(actor: Actor, { id, revision }: DuplicateItemInput, at = now()) {
  return db().transaction(async (tx) => {
    const { item, event } = await lockItem(tx, id);
    ensure(actor, "agenda.edit");
    if (item.revision !== revision) throw new Refusal("stale");
    const { id: _, revision: __, wordsRevision, startsAt, endsAt, ...facts } = item;
    const minutes = startsAt && endsAt ? Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000) : 0;
    const [copy] = await tx
      .insert(agendaItems)
      .values({
        ...facts,
        wordsRevision,
        revision: bornIn(wordsRevision),
        plannedMinutes: minutes > 0 ? Math.min(minutes, 10_080) : item.plannedMinutes,
        createdAt: at,
      })
      .returning({ id: agendaItems.id, revision: agendaItems.revision });
    if (!copy) throw new Refusal("not_found");
    const cast = await tx.select().from(agendaItemPeople).where(eq(agendaItemPeople.itemId, id));
    const parts = cast.map((part) => ({ ...part, itemId: copy.id, confirmation: "unasked" as const }));
    if (parts.length > 0) await tx.insert(agendaItemPeople).values(parts);
    const links = await linksOf(tx, [id]);
    await writeLinks(tx, copy.id, {
      statementIds: links.flatMap((link) => link.statementId ?? []),
      announcementIds: links.flatMap((link) => link.announcementId ?? []),
    });
    await record(tx, actor, {
      action: "agenda.edit",
      subject: ["agenda_item", copy.id],
      eventId: event.id,
      at,
      details: { duplicated: item.kind },
    });
    return { ...copy, eventId: event.id };
  });
}
