import { and, count, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { statementCirculations, statementParties } from "@/db/schema/negotiations";
import { adoptions, statementRevisions, statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { amendmentsOf } from "@/domain/amendments/rows";
import { commentsFor } from "@/domain/comments/queries";
import { Refusal } from "@/lib/refusal";
import { circulationHeads, isClosed, partiesOf, withStanding } from "./parts";
import { deskOrganisation, partyOf } from "./party";

/** The statements one's organisation negotiates and of which something was sent round, the latest first. */
export async function statementsAtDesk(actor: Actor) {
  const organisationId = deskOrganisation(actor);
  return db()
    .selectDistinctOn([statements.id], {
      id: statements.id,
      kind: statements.kind,
      locale: statements.authenticLocale,
      title: statementRevisions.title,
      number: statementRevisions.number,
      circulation: statementCirculations.number,
      circulatedAt: statementCirculations.circulatedAt,
      adoptedAt: adoptions.adoptedAt,
      open: sql<number>`(select ${count()} from amendments a
        where a.statement_id = ${statements.id} and a.state = 'open')`.mapWith(Number),
      own: sql<number>`(select ${count()} from amendments a where a.statement_id = ${statements.id}
        and a.state = 'open' and a.organisation_id = ${organisationId})`.mapWith(Number),
    })
    .from(statementParties)
    .innerJoin(statements, eq(statements.id, statementParties.statementId))
    .innerJoin(statementCirculations, eq(statementCirculations.statementId, statements.id))
    .innerJoin(statementRevisions, eq(statementRevisions.id, statementCirculations.revisionId))
    .leftJoin(adoptions, eq(adoptions.statementId, statements.id))
    .where(eq(statementParties.organisationId, organisationId))
    .orderBy(statements.id, desc(statementCirculations.number));
}

/**
 * A statement as a party sees it: one revision that was sent round (the last, or the one asked for), every amendment
 * with where it stands against the last, and the comments one may read. Refuses `not_found`, also to those who are no
 * party, and where nothing was sent round.
 */
export async function negotiationAtDesk(actor: Actor, statementId: string, revisionId?: string) {
  const organisationId = deskOrganisation(actor);
  const party = await partyOf(db(), statementId, organisationId).catch((error) => {
    throw error instanceof Refusal ? new Refusal("not_found") : error;
  });
  const circulations = await circulationHeads(statementId);
  const last = circulations.at(-1);
  const shown = revisionId ? circulations.find((one) => one.revisionId === revisionId) : last;
  if (!last || !shown) throw new Refusal("not_found");
  const [texts, parties, rows, comments, closed] = await Promise.all([
    revisionsOf(statementId, last.revisionId, shown.revisionId),
    partiesOf(statementId),
    amendmentsOf(statementId),
    commentsFor({ kind: "party", organisationId, drafting: party.drafting }, statementId),
    isClosed(statementId),
  ]);
  const [present, text] = [last, shown].map((head) => texts.find((one) => one.id === head.revisionId));
  if (!present || !text) throw new Refusal("not_found");
  const amendments = withStanding(rows, present);
  return { party, parties, circulations, shown, last, present, text, amendments, comments, closed };
}

async function revisionsOf(statementId: string, ...ids: string[]) {
  return db()
    .select({
      id: statementRevisions.id,
      locale: statementRevisions.locale,
      number: statementRevisions.number,
      title: statementRevisions.title,
      paragraphs: statementRevisions.paragraphs,
    })
    .from(statementRevisions)
    .where(
      and(
        eq(statementRevisions.statementId, statementId),
        sql`${statementRevisions.id} = any(${`{${ids.join(",")}}`}::uuid[])`,
      ),
    );
}
