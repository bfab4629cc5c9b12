import type { Transaction } from "@/db/client";
import { locales } from "@/db/enums";
import {
  announcementMemberships,
  announcementPublications,
  announcementRevisions,
  announcements,
  type RichText,
} from "@/db/schema/announcements";
import { memberships, organisations } from "@/db/schema/organisations";
import { embargoed, pastAnnouncements } from "./data/announcements";
import { known } from "./past-events";
import { before } from "./upcoming-summit";

type Words = { en: string; sv: string };
type Piece = Omit<(typeof pastAnnouncements)[number], "publicFrom" | "event" | "members">;

/** What the group has announced so far, in both languages. */
export async function seedPastAnnouncements(
  tx: Transaction,
  events: Record<string, string>,
  spells: Record<string, string>,
) {
  for (const { publicFrom, event, members = [], ...piece } of pastAnnouncements) {
    await publishedPiece(tx, piece, {
      publicFrom: new Date(publicFrom),
      eventId: event ? known(events, event) : null,
      membershipIds: members.map((key) => known(spells, key)),
    });
  }
}

/** An invented company whose accession becomes public as the upcoming summit opens, and not before. */
export async function seedEmbargoedMember(tx: Transaction, eventId: string, opensAt: Date, at: Date) {
  const [company] = await tx
    .insert(organisations)
    .values({
      slug: "norrsken-aluminium",
      kind: "company",
      name: { en: "Norrsken Aluminium" },
      country: "SE",
      sectors: ["aluminium"],
      createdAt: before(at, 30),
    })
    .returning({ id: organisations.id });
  if (!company) throw new Error("no organisation");
  const joinedOn = opensAt.toISOString().slice(0, 10);
  const [spell] = await tx
    .insert(memberships)
    .values({
      organisationId: company.id,
      joinedOn,
      publicFrom: opensAt,
      note: "Approved by the board in writing.",
      createdAt: before(at, 20),
    })
    .returning({ id: memberships.id });
  if (!spell) throw new Error("no membership");
  await publishedPiece(tx, embargoed, {
    publicFrom: opensAt,
    publishedAt: before(at, 2),
    eventId,
    membershipIds: [spell.id],
  });
}

type Release = {
  publicFrom: Date;
  publishedAt?: Date;
  eventId: string | null;
  membershipIds: string[];
};

async function publishedPiece(tx: Transaction, piece: Piece, release: Release) {
  const publishedAt = release.publishedAt ?? release.publicFrom;
  const [row] = await tx
    .insert(announcements)
    .values({
      slug: piece.slug,
      kind: piece.kind,
      tags: piece.tags,
      eventId: release.eventId,
      createdAt: before(publishedAt, 3),
    })
    .returning({ id: announcements.id });
  if (!row) throw new Error("no announcement");
  if (release.membershipIds.length > 0) {
    const bound = release.membershipIds.map((membershipId) => ({
      announcementId: row.id,
      membershipId,
    }));
    await tx.insert(announcementMemberships).values(bound);
  }
  for (const locale of locales) {
    const [revision] = await tx
      .insert(announcementRevisions)
      .values({
        announcementId: row.id,
        locale,
        number: 1,
        title: piece.title[locale],
        lead: piece.lead[locale],
        body: richText(piece.paragraphs.map((words: Words) => words[locale])),
        pressContact: "press@secretariat.example.org",
        savedAt: before(publishedAt, 2),
        savedByName: "Elin Sandell",
      })
      .returning({ id: announcementRevisions.id });
    if (!revision) throw new Error("no revision");
    await tx.insert(announcementPublications).values({
      announcementId: row.id,
      locale,
      revisionId: revision.id,
      publicFrom: release.publicFrom,
      publishedAt,
    });
  }
}

/** Plain paragraphs as the editor would have written them. */
function richText(paragraphs: string[]): RichText {
  return {
    type: "doc",
    content: paragraphs.map((text) => ({
      type: "paragraph",
      content: [{ type: "text", text }],
    })),
  };
}
