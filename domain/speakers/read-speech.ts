import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { files } from "@/db/schema/files";
import { speakers } from "@/db/schema/speakers";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isReleasedAt } from "@/domain/agenda/current";
import { contentOf, stored } from "@/domain/files/content";
import { record } from "@/domain/history/record";
import { isPublicAt } from "@/domain/publication/where";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { isOnRecord } from "./rules";

const file = { name: files.name, contentType: files.contentType, ...stored };

/**
 * The text somebody handed in, for their own delegation and the secretariat, also before it is delivered; that it was
 * read is noted. Refuses `not_found` for that of another organisation, and where there is none.
 */
export async function readSpeech(actor: Actor, { id, eventId }: { id: string; eventId: string }, at = now()) {
  const read = await db().transaction(async (tx) => {
    const [row] = await tx
      .select({ ...file, itemId: speakers.itemId, organisationId: speakers.organisationId })
      .from(speakers)
      .innerJoin(files, eq(files.id, speakers.speechId))
      .where(and(eq(speakers.id, id), eq(speakers.eventId, eventId)));
    if (!row || row.erasedAt) throw new Refusal("not_found");
    ensure(actor, "speakers.read-speech", { organisationId: row.organisationId });
    await record(tx, actor, {
      action: "speakers.read-speech",
      subject: ["agenda_item", row.itemId],
      eventId,
      at,
    });
    return row;
  });
  const content = await contentOf(read);
  if (!content) throw new Refusal("not_found");
  return { name: read.name, contentType: read.contentType, content };
}

/**
 * The text of what was said in a public item that is on the record, once it has been said; nothing before, and of no
 * other item. The public's: asks for no right.
 */
export async function publicSpeech({ id, slug }: { id: string; slug: string }, at: Date) {
  const [row] = await db()
    .select({ ...file, itemId: speakers.itemId, release: agendaReleases.content })
    .from(speakers)
    .innerJoin(files, eq(files.id, speakers.speechId))
    .innerJoin(events, eq(events.id, speakers.eventId))
    .innerJoin(agendaReleases, eq(agendaReleases.eventId, events.id))
    .where(
      and(
        eq(speakers.id, id),
        eq(speakers.state, "spoken"),
        eq(events.slug, slug),
        isPublicAt({ publicFrom: events.announcedAt }, at),
        isReleasedAt(at),
      ),
    )
    .orderBy(desc(agendaReleases.number))
    .limit(1);
  const item = row?.release.items.find((one) => one.id === row.itemId);
  if (!row || !item || !isOnRecord(item)) return undefined;
  const content = await contentOf(row);
  return content && { name: row.name, contentType: row.contentType, content };
}
