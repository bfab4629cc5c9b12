import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { pressLinks, pressReads } from "@/db/schema/statement-publishing";
import { statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { readableStatement } from "@/domain/statements/readable";
import { hashOf } from "@/lib/tokens";
import { pressLinkState, underEmbargo } from "./rules";

/** The press links of a statement, latest first, each with when it was opened; nothing for who may give none. */
export async function pressLinksOf(actor: Actor, statementId: string, at: Date) {
  if (!can(actor, "press-link.create")) return [];
  const rows = await db()
    .select({
      id: pressLinks.id,
      recipient: pressLinks.recipient,
      outlet: pressLinks.outlet,
      createdAt: pressLinks.createdAt,
      createdBy: pressLinks.createdBy,
      expiresAt: pressLinks.expiresAt,
      revokedAt: pressLinks.revokedAt,
      reads: sql<string[]>`coalesce((select json_agg(r.read_at order by r.read_at)
        from ${pressReads} r where r.link_id = press_links.id), '[]')`,
    })
    .from(pressLinks)
    .where(eq(pressLinks.statementId, statementId))
    .orderBy(desc(pressLinks.createdAt), pressLinks.id);
  return rows.map((row) => ({
    ...row,
    reads: row.reads.map((read) => new Date(read)),
    state: pressLinkState(row, at),
  }));
}

/**
 * What the holder of a press link reads: the text under embargo, in their language where there is one, and that it was
 * opened is noted. Once the text is public the answer is its address; nothing for a link that was taken back, has ended,
 * or is none of ours, and nothing once the embargo was lifted for good.
 */
export async function openPressLink(token: string, locale: Locale, at: Date) {
  const [link] = await db()
    .select({ link: pressLinks, statementId: statements.id, slug: statements.slug, kind: statements.kind })
    .from(pressLinks)
    .innerJoin(statements, eq(statements.id, pressLinks.statementId))
    .where(eq(pressLinks.tokenHash, hashOf(token)));
  if (!link || link.link.revokedAt) return undefined;
  const rows = await db()
    .select({ publication: statementPublications, revision: statementRevisions })
    .from(statementPublications)
    .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
    .where(eq(statementPublications.statementId, link.statementId));
  const embargoed = underEmbargo(
    rows.map(({ publication, revision }) => ({ ...publication, revision })),
    at,
  );
  const shown = embargoed.find((one) => one.locale === locale) ?? embargoed[0];
  if (!shown || pressLinkState(link.link, at) !== "open") {
    return (await readableStatement(link.slug, locale, at)) ? { slug: link.slug } : undefined;
  }
  await db().insert(pressReads).values({ linkId: link.link.id, revisionId: shown.revision.id, readAt: at });
  const { title, paragraphs, locale: lang } = shown.revision;
  return {
    recipient: link.link.recipient,
    kind: link.kind,
    embargo: { until: shown.publicFrom, zone: shown.zone },
    text: { title, paragraphs, locale: lang },
  };
}
