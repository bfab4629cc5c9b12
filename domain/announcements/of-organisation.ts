import { and, desc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import type { Localized } from "@/db/enums";
import {
  announcementMemberships,
  announcementPublications,
  announcementRevisions,
  announcements,
} from "@/db/schema/announcements";
import { memberships } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";
import { slugOfRow } from "./address/expression";

/** The public announcements about an organisation's memberships, latest first, with the titles that are public and their addresses. */
export async function publicAnnouncementsOfOrganisation(organisationId: string, at: Date) {
  const about = db()
    .select({ id: announcementMemberships.announcementId })
    .from(announcementMemberships)
    .innerJoin(memberships, eq(memberships.id, announcementMemberships.membershipId))
    .where(and(eq(memberships.organisationId, organisationId), isPublicAt(memberships, at)));
  const texts = await db()
    .select({
      id: announcements.id,
      slug: slugOfRow,
      kind: announcements.kind,
      locale: announcementPublications.locale,
      publicFrom: announcementPublications.publicFrom,
      title: announcementRevisions.title,
    })
    .from(announcementPublications)
    .innerJoin(announcements, eq(announcements.id, announcementPublications.announcementId))
    .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementPublications.revisionId))
    .where(and(inArray(announcements.id, about), isPublicAt(announcementPublications, at)))
    .orderBy(desc(announcementPublications.publicFrom), announcements.slug);
  type Text = (typeof texts)[number];
  type Piece = Omit<Text, "title" | "locale"> & { title: Localized; slugs: Localized };
  const pieces = new Map<string, Piece>();
  for (const { title, locale, ...facts } of texts) {
    const piece = pieces.get(facts.id) ?? { ...facts, title: {}, slugs: {} };
    pieces.set(facts.id, {
      ...piece,
      title: { ...piece.title, [locale]: title },
      slugs: { ...piece.slugs, [locale]: facts.slug },
    });
  }
  return [...pieces.values()];
}
