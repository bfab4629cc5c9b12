import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { announcementMemberships } from "@/db/schema/announcements";
import { memberships, organisations } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";

/** The organisations whose accession an announcement is about, as far as their spells are public at a moment. */
export async function joiningOf(announcementId: string, at: Date) {
  return db()
    .select({
      id: organisations.id,
      kind: organisations.kind,
      name: organisations.name,
      country: organisations.country,
      joinedOn: memberships.joinedOn,
      joinedPrecision: memberships.joinedPrecision,
    })
    .from(announcementMemberships)
    .innerJoin(memberships, eq(memberships.id, announcementMemberships.membershipId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(announcementMemberships.announcementId, announcementId), isPublicAt(memberships, at)))
    .orderBy(asc(organisations.slug));
}
