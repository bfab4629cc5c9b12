import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementReviews } from "@/db/schema/announcement-publishing";
import { announcementPublications, announcementRevisions, announcements } from "@/db/schema/announcements";
import { memberships } from "@/db/schema/organisations";
import { create } from "@/domain/announcements/create";
import type { AnnouncementInput, EditionInput, PublishInput } from "@/domain/announcements/input";
import { publish } from "@/domain/announcements/publish";
import { approvedRevisions } from "@/domain/announcements/review/revision";
import { saveEdition } from "@/domain/announcements/save-edition";
import { paragraphs } from "@/domain/announcements/text/rules";
import { organizer, user } from "../../support/actors";
import { at, makeOrganisation } from "../../support/make";

/** The same day, later: when embargoes of these tests lift, in Stockholm's local time and as an instant. */
export const lifts = { local: "2026-03-10T10:00", instant: new Date("2026-03-10T09:00:00Z") };

/** A spell nobody knows of yet. */
export async function hiddenSpell(
  name = "Norrsken Works",
  facts: Partial<typeof memberships.$inferInsert> = {},
) {
  const organisation = await makeOrganisation(name);
  const [spell] = await db()
    .insert(memberships)
    .values({ organisationId: organisation.id, joinedOn: "2026-03-10", ...facts })
    .returning();
  if (!spell) throw new Error("no spell");
  return { ...spell, organisation };
}

/** The row of a spell now. */
export async function spellOf(id: string) {
  const [row] = await db().select().from(memberships).where(eq(memberships.id, id));
  if (!row) throw new Error("no spell");
  return row;
}

export const piece = (facts: Partial<AnnouncementInput> = {}): AnnouncementInput => ({
  kind: "press_release",
  slug: `piece-${crypto.randomUUID()}`,
  title: "A press release",
  locale: "en",
  eventId: null,
  membershipIds: [],
  ...facts,
});

/** The rows behind an announcement. */
export async function rowsOf(id: string) {
  const [[row], revisions, publications] = await Promise.all([
    db().select().from(announcements).where(eq(announcements.id, id)),
    db()
      .select()
      .from(announcementRevisions)
      .where(eq(announcementRevisions.announcementId, id))
      .orderBy(announcementRevisions.number, announcementRevisions.locale),
    db()
      .select()
      .from(announcementPublications)
      .where(eq(announcementPublications.announcementId, id))
      .orderBy(announcementPublications.publishedAt, announcementPublications.locale),
  ]);
  if (!row) throw new Error("no announcement");
  const latest = (locale: Locale) => revisions.filter((one) => one.locale === locale).at(-1);
  return { row, revisions, publications, latest };
}

/** An edition's text to be saved on its latest revision. */
export async function edition(id: string, locale: Locale, words: string): Promise<EditionInput> {
  const { latest } = await rowsOf(id);
  return {
    id,
    locale,
    basedOn: latest(locale)?.id ?? null,
    translationOf: locale === "sv" ? (latest("en")?.id ?? null) : null,
    title: words,
    lead: `${words}, in short.`,
    body: paragraphs([`${words}, at length.`]),
    dateline: "",
    pressContact: "press@example.org",
    authors: [],
    cover: null,
    stillRight: [],
    noEffect: false,
    automatic: false,
  };
}

/** A piece with a text in each of some languages. */
export async function written(facts: Partial<AnnouncementInput> = {}, languages: Locale[] = ["en", "sv"]) {
  const { id } = await create(organizer, piece(facts), at);
  for (const locale of languages) {
    await saveEdition(organizer, await edition(id, locale, locale === "en" ? "Words" : "Ord"), at);
  }
  return id;
}

/** Who looks texts over that others wrote. */
export const reviewer = user("editor");

/** The latest text of some languages as approved by a second pair of eyes, as rows and without the deeds. */
export async function approved(id: string, languages: readonly Locale[]) {
  const { latest } = await rowsOf(id);
  const revisions = languages.flatMap((locale) => latest(locale)?.id ?? []);
  const known = await approvedRevisions(db(), id);
  const steps = revisions
    .filter((revisionId) => !known.has(revisionId))
    .map((revisionId) => ({ announcementId: id, revisionId, step: "approved" as const, at, byName: "Vera" }));
  if (steps.length > 0) await db().insert(announcementReviews).values(steps);
}

/** Publishing some languages as they stand, once they are approved. */
export async function release(
  id: string,
  languages: Locale[] = ["en", "sv"],
  publicFrom: string | null = null,
): Promise<PublishInput> {
  await approved(id, languages);
  const { row, latest } = await rowsOf(id);
  const seen = languages.flatMap((locale) => latest(locale)?.id ?? []);
  return { id, revision: row.revision, languages, seen, publicFrom, zone: "Europe/Stockholm" };
}

/** Publishes some languages as they stand, now or from a local time in Stockholm. */
export async function published(
  id: string,
  languages?: Locale[],
  publicFrom: string | null = null,
  when = at,
  more: Partial<PublishInput> = {},
) {
  return publish(organizer, { ...(await release(id, languages, publicFrom)), ...more }, when);
}
