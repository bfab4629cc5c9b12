import { and, arrayOverlaps, eq, inArray, ne, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementMemberships, announcements } from "@/db/schema/announcements";
import { memberships } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";
import { publicTexts } from "./queries";

/** So many related announcements are named; who wants more follows a tag. */
const most = 6;

type About = { id: string; eventId: string | null; tags: readonly string[] };

/**
 * The other public announcements that belong to one: of the same event, about the same members, or with one of its
 * tags; latest first. Found when it is read, so what came later is among them.
 */
export async function relatedAnnouncements({ id, eventId, tags }: About, locale: Locale, at: Date) {
  const own = alias(announcementMemberships, "own");
  const spell = alias(memberships, "spell");
  const aboutTheSame = db()
    .select({ id: announcementMemberships.announcementId })
    .from(own)
    .innerJoin(spell, and(eq(spell.id, own.membershipId), isPublicAt(spell, at)))
    .innerJoin(
      memberships,
      and(eq(memberships.organisationId, spell.organisationId), isPublicAt(memberships, at)),
    )
    .innerJoin(announcementMemberships, eq(announcementMemberships.membershipId, memberships.id))
    .where(eq(own.announcementId, id));
  const ties = or(
    eventId ? eq(announcements.eventId, eventId) : undefined,
    tags.length > 0 ? arrayOverlaps(announcements.tags, [...tags]) : undefined,
    inArray(announcements.id, aboutTheSame),
  );
  return publicTexts(locale, at, and(ne(announcements.id, id), ties)).limit(most);
}
