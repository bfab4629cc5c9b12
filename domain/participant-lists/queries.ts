import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { participantLists } from "@/db/schema/lists";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isPublicAt } from "@/domain/publication/where";
import { digestOf, entriesNow } from "./entries";

/** The versions of lists that the public may read at a moment: of a public event, published, not taken back. */
function isReadable(at: Date): SQL | undefined {
  const { publishedAt, withdrawnAt } = participantLists;
  return and(
    isPublicAt({ publicFrom: events.announcedAt }, at),
    isPublicAt({ publicFrom: publishedAt, withdrawnAt }, at),
  );
}

/** Those whose word still stands: they agree to be listed and were not erased. Whoever left since stays where they were. */
const stillAgrees = and(isNotNull(participations.listingConsentedAt), isNull(participations.erasedAt));

/**
 * A version of an event's list as the public may read it at a moment, the latest unless another is named, with the
 * versions there are, latest first. It is as it was, without those who have taken back their consent or were erased.
 * Nothing where there is no such version.
 */
export async function publicList(eventId: string, at: Date, number?: number) {
  const [versions, agreeing] = await Promise.all([
    db()
      .select({
        number: participantLists.number,
        publishedAt: participantLists.publishedAt,
        note: participantLists.note,
        // The people of the one version that is shown, and of no other.
        entries: sql<typeof participantLists.$inferSelect.entries | null>`case when ${
          number === undefined
            ? sql`row_number() over (order by ${participantLists.number} desc) = 1`
            : eq(participantLists.number, number)
        } then ${participantLists.entries} end`,
      })
      .from(participantLists)
      .innerJoin(events, eq(events.id, participantLists.eventId))
      .where(and(eq(participantLists.eventId, eventId), isReadable(at)))
      .orderBy(desc(participantLists.number)),
    db()
      .select({ id: participations.id })
      .from(participations)
      .where(and(eq(participations.eventId, eventId), stillAgrees)),
  ]);
  const shown = versions.find((version) => version.entries);
  if (!shown?.entries) return undefined;
  const agree = new Set(agreeing.map((row) => row.id));
  return {
    number: shown.number,
    publishedAt: shown.publishedAt,
    note: shown.note,
    entries: shown.entries.filter((entry) => agree.has(entry.participationId)),
    versions: versions.map(({ number, publishedAt }) => ({ number, publishedAt })),
  };
}

/** How many people the public list of an event names at a moment, and since when; nothing where there is none. */
export async function publicListSize(eventId: string, at: Date) {
  const [list] = await db()
    .select({
      publishedAt: participantLists.publishedAt,
      entries: sql<number>`(
        select count(*)::int from jsonb_array_elements(${participantLists.entries}) entry
        join ${participations} on ${participations.id} = (entry->>'participationId')::uuid and ${stillAgrees})`,
    })
    .from(participantLists)
    .innerJoin(events, eq(events.id, participantLists.eventId))
    .where(and(eq(participantLists.eventId, eventId), isReadable(at)))
    .orderBy(desc(participantLists.number))
    .limit(1);
  return list;
}

/** The addresses of the events whose list of participants is public at a moment, for the site map. */
export async function eventsWithPublicList(at: Date): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ slug: events.slug })
    .from(participantLists)
    .innerJoin(events, eq(events.id, participantLists.eventId))
    .where(isReadable(at));
  return rows.map((row) => row.slug);
}

/**
 * What the secretariat sees of an event's list: those a new version would name, with the digest that publishing asks
 * for; the version that is public; and every version there was, latest first, each with its length.
 */
export async function listForOrganizer(actor: Actor, eventId: string) {
  ensure(actor, "participant-list.publish");
  const [entries, versions] = await Promise.all([
    entriesNow(db(), eventId),
    db()
      .select({
        number: participantLists.number,
        note: participantLists.note,
        publishedAt: participantLists.publishedAt,
        publishedByName: participantLists.publishedByName,
        withdrawnAt: participantLists.withdrawnAt,
        size: sql<number>`jsonb_array_length(${participantLists.entries})`,
        entries: sql<
          typeof participantLists.$inferSelect.entries | null
        >`case when ${participantLists.withdrawnAt} is null
          and row_number() over (order by ${participantLists.number} desc) = 1 then ${participantLists.entries} end`,
      })
      .from(participantLists)
      .where(eq(participantLists.eventId, eventId))
      .orderBy(desc(participantLists.number)),
  ]);
  const last = versions.find((version) => version.entries)?.entries ?? undefined;
  return {
    entries,
    digest: digestOf(entries),
    last,
    versions: versions.map(({ entries: _, ...version }) => version),
  };
}
