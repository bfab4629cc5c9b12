import { eq } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementPublications, announcementRevisions } from "@/db/schema/announcements";
import { pressLinks } from "@/db/schema/statement-publishing";
import { statementPublications, statementRevisions } from "@/db/schema/statements";
import { lockAnnouncement } from "@/domain/announcements/lock";
import { lockStatement } from "@/domain/statements/lock";
import { type PressTarget, underEmbargo } from "./rules";

/** Locks the row behind which it is decided who reads a text early. Refuses `not_found`. */
export async function lockTarget(tx: Transaction, { of, id }: PressTarget) {
  const row = of === "statement" ? await lockStatement(tx, id) : await lockAnnouncement(tx, id);
  return { eventId: row.eventId };
}

/** The links that open a text. */
export const linksTo = ({ of, id }: PressTarget) =>
  eq(of === "statement" ? pressLinks.statementId : pressLinks.announcementId, id);

/** The column that names the text. */
export const columnsFor = ({ of, id }: PressTarget) =>
  of === "statement" ? { statementId: id } : { announcementId: id };

type Embargoed = { revisionId: string; locale: Locale; title: string; publicFrom: Date; zone: string };

/** What of a text is under embargo at a moment, the first to become public first. */
export async function embargoedOf(query: Queryable, { of, id }: PressTarget, at: Date): Promise<Embargoed[]> {
  const rows =
    of === "statement"
      ? await query
          .select({ publication: statementPublications, title: statementRevisions.title })
          .from(statementPublications)
          .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
          .where(eq(statementPublications.statementId, id))
      : await query
          .select({ publication: announcementPublications, title: announcementRevisions.title })
          .from(announcementPublications)
          .innerJoin(announcementRevisions, eq(announcementRevisions.id, announcementPublications.revisionId))
          .where(eq(announcementPublications.announcementId, id));
  return underEmbargo(
    rows.map(({ publication: { revisionId, locale, publicFrom, withdrawnAt, zone }, title }) => ({
      revisionId,
      locale,
      publicFrom,
      withdrawnAt,
      zone,
      title,
    })),
    at,
  );
}
