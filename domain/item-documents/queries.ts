import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { currentAgenda } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { files } from "@/db/schema/files";
import { itemDocuments } from "@/db/schema/item-papers";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { itemsWithMinutes } from "@/domain/minutes/published";
import { readerOf } from "./reader";
import type { Papers } from "./rules";

const link = {
  id: itemDocuments.id,
  title: itemDocuments.title,
  contentType: files.contentType,
  size: files.size,
};

/** The documents of an item for the workspace, in their order. */
export async function documentsOfItem(actor: Actor, itemId: string) {
  ensure(actor, "document.read");
  return db()
    .select({
      ...link,
      audience: itemDocuments.audience,
      revision: itemDocuments.revision,
      name: files.name,
      erasedAt: files.erasedAt,
      addedAt: itemDocuments.addedAt,
      addedByName: itemDocuments.addedByName,
    })
    .from(itemDocuments)
    .innerJoin(files, eq(files.id, itemDocuments.fileId))
    .where(and(eq(itemDocuments.itemId, itemId), isNull(itemDocuments.removedAt)))
    .orderBy(asc(itemDocuments.position), itemDocuments.id);
}

/**
 * What hangs on the released items of an event for somebody outside of the workspace: documents and published minutes,
 * in the order of the agenda. Items with neither are left out.
 */
export async function papersFor(actor: Actor, eventId: string, at: Date) {
  const reader = readerOf(actor, at);
  const [documents, minutes] = await Promise.all([
    db()
      .select({
        ...link,
        itemId: currentAgenda.id,
        item: currentAgenda.title,
        startsAt: currentAgenda.startsAt,
      })
      .from(itemDocuments)
      .innerJoin(currentAgenda, eq(currentAgenda.id, itemDocuments.itemId))
      .innerJoin(events, eq(events.id, currentAgenda.eventId))
      .innerJoin(files, eq(files.id, itemDocuments.fileId))
      .where(
        and(
          eq(currentAgenda.eventId, eventId),
          isNull(itemDocuments.removedAt),
          isNull(files.erasedAt),
          inArray(itemDocuments.audience, reader.audiences),
          reader.items,
        ),
      )
      .orderBy(asc(itemDocuments.position), itemDocuments.id),
    itemsWithMinutes(actor, eventId, at),
  ]);
  const items = new Map<string, Papers & Pick<(typeof minutes)[number], "itemId" | "item" | "startsAt">>();
  const of = ({ itemId, item, startsAt }: (typeof minutes)[number]) => {
    const papers = items.get(itemId) ?? { itemId, item, startsAt, documents: [], minutes: false };
    items.set(itemId, papers);
    return papers;
  };
  for (const { itemId, item, startsAt, ...document } of documents)
    of({ itemId, item, startsAt }).documents.push(document);
  for (const row of minutes) of(row).minutes = true;
  return [...items.values()].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
