import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { endorsementRequests } from "@/db/schema/statement-publishing";
import {
  adoptions,
  positions,
  statementPublications,
  statementRevisions,
  statements,
} from "@/db/schema/statements";
import { isPublicAt } from "@/domain/publication/where";
import { Refusal } from "@/lib/refusal";
import { titlesOf } from "./asked";
import { isAtDesk } from "./at-desk";
import { positionState } from "./rules";

type FocalPoint = { organisationId: string };

/**
 * The statements an organisation may take a position on, latest first: what each is called, whether it was asked, and
 * where its own position stands.
 */
export async function positionsAtDesk({ organisationId }: FocalPoint, at: Date) {
  const rows = await db()
    .select({
      id: statements.id,
      slug: statements.slug,
      kind: statements.kind,
      adoptedAt: adoptions.adoptedAt,
      zone: adoptions.zone,
      askedAt: endorsementRequests.askedAt,
    })
    .from(statements)
    .innerJoin(adoptions, eq(adoptions.statementId, statements.id))
    .leftJoin(
      endorsementRequests,
      and(
        eq(endorsementRequests.statementId, statements.id),
        eq(endorsementRequests.organisationId, organisationId),
      ),
    )
    .where(isAtDesk(organisationId, at))
    .orderBy(desc(adoptions.adoptedAt), statements.id);
  const [titles, own] = await Promise.all([
    titlesOf(
      db(),
      rows.map((row) => row.id),
      at,
    ),
    db()
      .select({ statementId: positions.statementId, kind: positions.kind, verifiedAt: positions.verifiedAt })
      .from(positions)
      .where(and(eq(positions.organisationId, organisationId), isNull(positions.withdrawnOn))),
  ]);
  return rows.map((row) => {
    const of = own.filter((one) => one.statementId === row.id);
    const live = of.find((one) => one.verifiedAt !== null);
    const pending = of.find((one) => one.verifiedAt === null);
    return {
      ...row,
      title: titles.get(row.id) ?? {},
      live: live?.kind ?? null,
      pending: pending?.kind ?? null,
    };
  });
}

/**
 * A statement with the organisation's own positions on it, for the page where one is given: its text in the reader's
 * language where that is public, otherwise as it was adopted. Refuses `not_found`.
 */
export async function positionAtDesk({ organisationId }: FocalPoint, id: string, locale: Locale, at: Date) {
  const [statement] = await db()
    .select({
      id: statements.id,
      kind: statements.kind,
      authenticLocale: statements.authenticLocale,
      adoptedAt: adoptions.adoptedAt,
      zone: adoptions.zone,
      revisionId: adoptions.revisionId,
    })
    .from(statements)
    .innerJoin(adoptions, eq(adoptions.statementId, statements.id))
    .where(and(eq(statements.id, id), isAtDesk(organisationId, at)));
  if (!statement) throw new Refusal("not_found");
  const text = { title: statementRevisions.title, paragraphs: statementRevisions.paragraphs };
  const [[translated], [adopted], own, [request]] = await Promise.all([
    db()
      .select({ ...text, translationOfId: statementRevisions.translationOfId })
      .from(statementPublications)
      .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
      .where(
        and(
          eq(statementPublications.statementId, id),
          eq(statementPublications.locale, locale),
          isPublicAt(statementPublications, at),
        ),
      ),
    db().select(text).from(statementRevisions).where(eq(statementRevisions.id, statement.revisionId)),
    db()
      .select({
        id: positions.id,
        kind: positions.kind,
        givenOn: positions.givenOn,
        withdrawnOn: positions.withdrawnOn,
        text: positions.text,
        paragraphIds: positions.paragraphIds,
        authority: positions.authority,
        evidenceId: positions.evidenceId,
        verifiedAt: positions.verifiedAt,
      })
      .from(positions)
      .where(and(eq(positions.statementId, id), eq(positions.organisationId, organisationId)))
      .orderBy(desc(positions.givenOn), desc(positions.recordedAt)),
    db()
      .select({ askedAt: endorsementRequests.askedAt })
      .from(endorsementRequests)
      .where(
        and(eq(endorsementRequests.statementId, id), eq(endorsementRequests.organisationId, organisationId)),
      ),
  ]);
  const inOwn = locale !== statement.authenticLocale && translated?.translationOfId === statement.revisionId;
  const shown = inOwn ? translated : adopted;
  if (!shown) throw new Refusal("not_found");
  return {
    ...statement,
    title: shown.title,
    paragraphs: shown.paragraphs,
    locale: inOwn ? locale : statement.authenticLocale,
    askedAt: request?.askedAt ?? null,
    live: own.find((one) => positionState(one) === "live"),
    pending: own.find((one) => positionState(one) === "to_verify"),
    ended: own.filter((one) => one.withdrawnOn !== null && one.verifiedAt !== null),
  };
}
