import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaItems, currentAgenda } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { files } from "@/db/schema/files";
import { itemDocuments } from "@/db/schema/item-papers";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { contentOf, stored } from "@/domain/files/content";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { readerOf } from "./reader";

const file = { name: files.name, contentType: files.contentType, ...stored };

/**
 * The file of a document of an event, for the workspace and for those its item was released to. Refuses `not_found`
 * for everybody else, and where it was removed or erased.
 */
export async function readDocument(
  actor: Actor,
  { id, eventId }: { id: string; eventId: string },
  at = now(),
) {
  const [row] = can(actor, "document.read")
    ? await db()
        .select(file)
        .from(itemDocuments)
        .innerJoin(agendaItems, eq(agendaItems.id, itemDocuments.itemId))
        .innerJoin(files, eq(files.id, itemDocuments.fileId))
        .where(
          and(eq(itemDocuments.id, id), eq(agendaItems.eventId, eventId), isNull(itemDocuments.removedAt)),
        )
    : await releasedDocument(actor, { id, eventId }, at);
  const content = await contentOf(row);
  if (!row || !content) throw new Refusal("not_found");
  return { name: row.name, contentType: row.contentType, content };
}

async function releasedDocument(actor: Actor, { id, eventId }: { id: string; eventId: string }, at: Date) {
  const reader = readerOf(actor, at);
  return db()
    .select(file)
    .from(itemDocuments)
    .innerJoin(currentAgenda, eq(currentAgenda.id, itemDocuments.itemId))
    .innerJoin(events, eq(events.id, currentAgenda.eventId))
    .innerJoin(files, eq(files.id, itemDocuments.fileId))
    .where(
      and(
        eq(itemDocuments.id, id),
        eq(currentAgenda.eventId, eventId),
        isNull(itemDocuments.removedAt),
        inArray(itemDocuments.audience, reader.audiences),
        reader.items,
      ),
    );
}
