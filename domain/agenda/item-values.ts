import { eq } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { instantToLocal } from "@/lib/time";
import { linksOf } from "./links";
import { castOf } from "./queries";

/** An item as its form holds it, for whoever edits the agenda. Refuses `not_found`. */
export async function itemForForm(actor: Actor, id: string, zone: string) {
  ensure(actor, "agenda.edit");
  return itemValues(db(), id, zone);
}

/** An item as its form holds it: times local to the zone, what is empty as an empty text. Refuses `not_found`. */
export async function itemValues(query: Queryable, id: string, zone: string) {
  const [item] = await query.select().from(agendaItems).where(eq(agendaItems.id, id));
  if (!item) throw new Refusal("not_found");
  const [cast, links] = [await castOf(query, [id]), await linksOf(query, [id])];
  const { createdAt: _, ...facts } = item;
  const local = (instant: Date | null) => (instant ? instantToLocal(instant, zone) : "");
  return {
    ...facts,
    title: { en: "", sv: "", ...item.title },
    abstract: { en: "", sv: "", ...item.abstract },
    roomId: item.roomId ?? "",
    startsAt: local(item.startsAt),
    endsAt: local(item.endsAt),
    expected: item.expected ?? "",
    people: cast.map(({ id: personId, role, confirmation, presence, onBehalfOf }) => ({
      personId,
      role,
      confirmation,
      presence,
      onBehalfOf: onBehalfOf ?? "",
    })),
    statementIds: links.flatMap((link) => link.statementId ?? []),
    announcementIds: links.flatMap((link) => link.announcementId ?? []),
  };
}
