import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { commitmentOwners, commitmentReports, commitments } from "@/db/schema/commitments";
import { events } from "@/db/schema/events";
import { organisations } from "@/db/schema/organisations";
import { statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import { isPublicMember } from "@/domain/members/known";
import { isPublicAt } from "@/domain/publication/where";
import { publicStatementsAmong } from "@/domain/statements/queries";
import { numbered } from "@/domain/statements/rules";
import { counting, heldSince, standing } from "./rules";

/**
 * The public commitments of an organisation at a moment, those due first first: who shares each, the text it was made
 * in, what was reported at each meeting and what stands. Owners, texts and meetings that the public does not know of are
 * not named; an organisation that it does not know as a member has none.
 */
export async function publicCommitmentsOf(organisationId: string, at: Date) {
  const rows = await db()
    .select({
      id: commitments.id,
      title: commitments.title,
      measure: commitments.measure,
      statementId: commitments.statementId,
      paragraphId: commitments.paragraphId,
      madeOn: commitments.madeOn,
      dueOn: commitments.dueOn,
    })
    .from(commitments)
    .innerJoin(commitmentOwners, eq(commitmentOwners.commitmentId, commitments.id))
    .where(
      and(
        eq(commitmentOwners.organisationId, organisationId),
        isPublicMember(commitmentOwners.organisationId, at),
        isPublicAt(commitments, at),
      ),
    )
    .orderBy(sql`${commitments.dueOn} asc nulls last`, asc(commitments.madeOn), commitments.id);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const texts = rows.flatMap((row) => row.statementId ?? []);
  const [owners, reports, summits, sources] = await Promise.all([
    publicOwnersOf(ids, at),
    publicReportsOf(ids, at),
    pastSummits(at),
    sourcesOf(texts, at),
  ]);
  return rows.map(({ statementId, paragraphId, ...commitment }) => {
    const reported = counting(reports.filter((one) => one.commitmentId === commitment.id));
    const source = sources.get(statementId ?? "");
    const paragraph = source?.paragraphs.find((one) => one.id === paragraphId);
    return {
      ...commitment,
      owners: owners.filter((one) => one.commitmentId === commitment.id),
      source: source && {
        slug: source.slug,
        title: source.title,
        paragraph: paragraph ? { id: paragraph.id, reference: paragraph.reference } : null,
      },
      reports: reported,
      stands: standing(reported, heldSince(commitment.madeOn, summits)),
    };
  });
}

async function publicOwnersOf(ids: string[], at: Date) {
  return db()
    .select({
      commitmentId: commitmentOwners.commitmentId,
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
    })
    .from(commitmentOwners)
    .innerJoin(organisations, eq(organisations.id, commitmentOwners.organisationId))
    .where(and(inArray(commitmentOwners.commitmentId, ids), isPublicMember(organisations.id, at)))
    .orderBy(organisations.slug);
}

async function publicReportsOf(ids: string[], at: Date) {
  return db()
    .select({
      id: commitmentReports.id,
      commitmentId: commitmentReports.commitmentId,
      progress: commitmentReports.progress,
      text: commitmentReports.text,
      reportedAt: commitmentReports.reportedAt,
      eventId: events.id,
      eventSlug: events.slug,
      eventTitle: events.title,
      endsAt: events.endsAt,
    })
    .from(commitmentReports)
    .innerJoin(events, eq(events.id, commitmentReports.eventId))
    .where(
      and(
        inArray(commitmentReports.commitmentId, ids),
        isNull(events.cancelledAt),
        isPublicAt({ publicFrom: events.announcedAt }, at),
      ),
    )
    .orderBy(desc(events.endsAt), desc(commitmentReports.reportedAt), commitmentReports.id);
}

/** The summits that were held and are over, as far as the public knows of them. */
export async function pastSummits(at: Date) {
  const rows = await db()
    .select({ id: events.id, startsAt: events.startsAt, endsAt: events.endsAt, zone: events.zone })
    .from(events)
    .where(
      and(
        eq(events.kind, "summit"),
        isNull(events.cancelledAt),
        isPublicAt({ publicFrom: events.announcedAt }, at),
      ),
    );
  return rows.filter((summit) => summit.endsAt <= at);
}

/** Those of some statements that are public, with the numbers of their authentic paragraphs where these are. */
async function sourcesOf(ids: string[], at: Date) {
  const [known, texts] = await Promise.all([
    publicStatementsAmong(ids, at),
    db()
      .select({ id: statements.id, paragraphs: statementRevisions.paragraphs })
      .from(statementPublications)
      .innerJoin(statements, eq(statements.id, statementPublications.statementId))
      .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
      .where(
        and(
          inArray(statements.id, ids),
          eq(statementPublications.locale, statements.authenticLocale),
          isPublicAt(statementPublications, at),
        ),
      ),
  ]);
  return new Map(
    known.map(({ id, slug, title }) => [
      id,
      { slug, title, paragraphs: numbered(texts.find((text) => text.id === id)?.paragraphs ?? []) },
    ]),
  );
}
