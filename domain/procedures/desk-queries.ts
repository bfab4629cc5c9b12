import { and, desc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { procedureEntitled, procedureResponses, procedures } from "@/db/schema/procedures";
import { statementRevisions, statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";

/** The focal point's own organisation: what they see at the desk is joined on it. */
function ownOrganisation(actor: Actor): string {
  ensure(actor, "desk.enter");
  if (actor.kind !== "user" || !actor.organisationId) throw new Refusal("not_allowed");
  return actor.organisationId;
}

/** The open procedures an organisation is entitled in, by their deadlines, and whether it has answered. */
export async function decisionsAtDesk(actor: Actor, at: Date) {
  const organisationId = ownOrganisation(actor);
  return db()
    .select({
      id: procedures.id,
      statementId: procedures.statementId,
      kind: procedures.kind,
      opensAt: procedures.opensAt,
      deadline: procedures.deadline,
      zone: procedures.zone,
      title: statementRevisions.title,
      lang: statementRevisions.locale,
      answeredAt: procedureResponses.givenAt,
    })
    .from(procedureEntitled)
    .innerJoin(procedures, eq(procedures.id, procedureEntitled.procedureId))
    .innerJoin(statementRevisions, eq(statementRevisions.id, procedures.revisionId))
    .leftJoin(
      procedureResponses,
      and(
        eq(procedureResponses.procedureId, procedures.id),
        eq(procedureResponses.organisationId, organisationId),
      ),
    )
    .where(
      and(
        eq(procedureEntitled.organisationId, organisationId),
        eq(procedures.state, "open"),
        gt(procedures.deadline, sql`${at.toISOString()}::timestamptz`),
      ),
    )
    .orderBy(procedures.deadline);
}

/**
 * The latest procedure on a statement that an organisation is entitled in: the pinned text, who is entitled, its own
 * answer, and, once the procedure has ended, what everybody answered. Refuses `not_found` for everybody else.
 */
export async function decisionAtDesk(actor: Actor, statementId: string) {
  const organisationId = ownOrganisation(actor);
  const [found] = await db()
    .select({
      procedure: procedures,
      text: {
        title: statementRevisions.title,
        paragraphs: statementRevisions.paragraphs,
        lang: statements.authenticLocale,
        number: statementRevisions.number,
      },
    })
    .from(procedureEntitled)
    .innerJoin(procedures, eq(procedures.id, procedureEntitled.procedureId))
    .innerJoin(statements, eq(statements.id, procedures.statementId))
    .innerJoin(statementRevisions, eq(statementRevisions.id, procedures.revisionId))
    .where(and(eq(procedureEntitled.organisationId, organisationId), eq(procedures.statementId, statementId)))
    .orderBy(desc(eq(procedures.state, "open")), desc(procedures.opensAt))
    .limit(1);
  if (!found) throw new Refusal("not_found");
  const { procedure, text } = found;
  const ended = procedure.state !== "open";
  const [entitled, answers] = await Promise.all([
    db().select().from(procedureEntitled).where(eq(procedureEntitled.procedureId, procedure.id)),
    // What others answered is nobody's at the desk until it is decided.
    db()
      .select()
      .from(procedureResponses)
      .where(
        and(
          eq(procedureResponses.procedureId, procedure.id),
          ended ? undefined : eq(procedureResponses.organisationId, organisationId),
        ),
      ),
  ]);
  const names = new Map(entitled.map((one) => [one.organisationId, one.name]));
  return {
    procedure,
    text,
    entitled,
    own: answers.find((one) => one.organisationId === organisationId),
    answers: ended ? answers.map((one) => ({ ...one, name: names.get(one.organisationId) ?? {} })) : [],
  };
}

export type DecisionAtDesk = Awaited<ReturnType<typeof decisionAtDesk>>;
