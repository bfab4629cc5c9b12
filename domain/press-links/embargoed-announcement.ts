import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { announcementMemberships, announcementRevisions, announcements } from "@/db/schema/announcements";
import { memberships, organisations } from "@/db/schema/organisations";
import { shownIn } from "@/domain/announcements/shown";
import { storedBody } from "@/domain/announcements/text/input";
import { groupProfile } from "@/domain/group/queries";
import { publicMembers } from "@/domain/members/queries";
import { countsOn } from "@/domain/members/rules";
import { isPublic } from "@/domain/publication/rules";
import { dayIn } from "@/lib/time";

/**
 * An announcement under embargo as it will be read at its instant. The numbers count who is publicly a member now and
 * whom this announcement makes one: what else is under embargo shows nowhere in it.
 */
export async function embargoedAnnouncement(
  id: string,
  { revisionId, publicFrom }: { revisionId: string; publicFrom: Date },
  at: Date,
) {
  const [found] = await db()
    .select({ announcement: announcements, revision: announcementRevisions })
    .from(announcementRevisions)
    .innerJoin(announcements, eq(announcements.id, announcementRevisions.announcementId))
    .where(and(eq(announcementRevisions.id, revisionId), eq(announcements.id, id)));
  if (!found) return undefined;
  const { announcement, revision } = found;
  const body = storedBody(revision.body);
  const [bound, members, { speakers, shown }, group] = await Promise.all([
    boundTo(id),
    publicMembers(at),
    shownIn([{ body, cover: revision.cover }]),
    groupProfile(),
  ]);
  const announces = announcement.kind === "new_member";
  const joining = bound.filter((spell) => announces || isPublic(spell, at));
  const hidden = joining.filter((spell) => !isPublic(spell, at));
  const day = dayIn(publicFrom, group.zone);
  const { locale, title, lead, dateline, pressContact, authors, cover } = revision;
  return {
    id,
    piece: {
      kind: announcement.kind,
      tags: announcement.tags,
      locale,
      title,
      lead,
      dateline,
      pressContact,
      authors,
      cover,
      body,
    },
    day,
    speakers,
    shown,
    joining,
    counts: countsOn([...members, ...hidden.map((spell) => ({ kind: spell.kind, spells: [spell] }))], day),
  };
}

/** The spells an announcement is about, as far as they stand. */
async function boundTo(announcementId: string) {
  return db()
    .select({
      id: organisations.id,
      slug: organisations.slug,
      kind: organisations.kind,
      name: organisations.name,
      country: organisations.country,
      joinedOn: memberships.joinedOn,
      joinedPrecision: memberships.joinedPrecision,
      leftOn: memberships.leftOn,
      leftPrecision: memberships.leftPrecision,
      publicFrom: memberships.publicFrom,
      withdrawnAt: memberships.withdrawnAt,
    })
    .from(announcementMemberships)
    .innerJoin(memberships, eq(memberships.id, announcementMemberships.membershipId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(announcementMemberships.announcementId, announcementId), isNull(memberships.withdrawnAt)))
    .orderBy(asc(organisations.slug));
}
