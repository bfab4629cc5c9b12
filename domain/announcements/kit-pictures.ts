import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { announcementMedia } from "@/db/schema/announcement-publishing";
import { announcementPublications } from "@/db/schema/announcements";
import { files } from "@/db/schema/files";
import { media } from "@/db/schema/media";
import { contentOf, stored } from "@/domain/files/content";
import { fileName } from "@/domain/files/rules";
import { isPublicAt } from "@/domain/publication/where";

/** Pictures a kit holds at most. */
const most = 20;

/** The pictures a public text of an announcement shows, whole; each name once. */
export async function kitPictures(announcementId: string, at: Date) {
  const rows = await db()
    .selectDistinctOn([media.id], { id: media.id, name: files.name, ...stored })
    .from(announcementMedia)
    .innerJoin(
      announcementPublications,
      eq(announcementPublications.revisionId, announcementMedia.revisionId),
    )
    .innerJoin(media, eq(media.id, announcementMedia.mediaId))
    .innerJoin(files, eq(files.id, media.fileId))
    .where(
      and(
        eq(announcementPublications.announcementId, announcementId),
        isPublicAt(announcementPublications, at),
        eq(media.kind, "image"),
      ),
    )
    .orderBy(asc(media.id))
    .limit(most);
  const pictures = [];
  for (const [index, { name, ...file }] of rows.entries()) {
    const content = await contentOf(file);
    if (content) pictures.push({ name: `${index + 1}-${fileName(name)}`, content: new Uint8Array(content) });
  }
  return pictures;
}
