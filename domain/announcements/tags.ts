import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { announcementPublications, announcements } from "@/db/schema/announcements";
import { isPublicAt } from "@/domain/publication/where";

/** The tags of what is public, each once, by the alphabet. */
export async function publicTags(at: Date): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ tag: sql<string>`unnest(${announcements.tags})` })
    .from(announcements)
    .innerJoin(announcementPublications, eq(announcementPublications.announcementId, announcements.id))
    .where(isPublicAt(announcementPublications, at));
  return rows.map((row) => row.tag).toSorted((a, b) => a.localeCompare(b));
}
