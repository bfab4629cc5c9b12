import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { announcementMemberships } from "@/db/schema/announcements";
import { files } from "@/db/schema/files";
import { groups } from "@/db/schema/group";
import { media } from "@/db/schema/media";
import { memberships, organisations } from "@/db/schema/organisations";
import { contentOf, stored } from "@/domain/files/content";
import { pictureEndings } from "@/domain/media/rules";
import { isPublicAt } from "@/domain/publication/where";
import { slugFrom } from "@/domain/slug";
import { ownLogoName } from "./rules";

/**
 * The logos a kit holds, whole: the group's, called by its short name, and those of the members an announcement is
 * about, called by the addresses of their pages, as far as their memberships are public at the moment.
 */
export async function kitLogos(announcementId: string, at: Date) {
  const [own, members] = await Promise.all([ownLogo(), logosOfMembers(announcementId, at)]);
  const taken = members.map(({ slug }) => slug);
  const all = [
    ...own.map(({ acronym, ...file }) => ({
      name: ownLogoName(slugFrom(acronym) || "group", taken),
      ...file,
    })),
    ...members.map(({ slug, ...file }) => ({ name: slug, ...file })),
  ];
  const logos = [];
  for (const { name, contentType, ...file } of all) {
    const content = await contentOf(file);
    if (content)
      logos.push({ name: `${name}.${pictureEndings[contentType]}`, content: new Uint8Array(content) });
  }
  return logos;
}

const there = isNull(media.removedAt);

async function ownLogo() {
  return db()
    .select({ acronym: groups.acronym, contentType: files.contentType, ...stored })
    .from(groups)
    .innerJoin(media, and(eq(media.id, groups.logoId), there))
    .innerJoin(files, eq(files.id, media.fileId));
}

async function logosOfMembers(announcementId: string, at: Date) {
  return db()
    .selectDistinctOn([organisations.slug], {
      slug: organisations.slug,
      contentType: files.contentType,
      ...stored,
    })
    .from(announcementMemberships)
    .innerJoin(memberships, eq(memberships.id, announcementMemberships.membershipId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(media, and(eq(media.id, organisations.logoId), there))
    .innerJoin(files, eq(files.id, media.fileId))
    .where(and(eq(announcementMemberships.announcementId, announcementId), isPublicAt(memberships, at)))
    .orderBy(asc(organisations.slug));
}
