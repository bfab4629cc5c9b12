import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { endorsementRequests } from "@/db/schema/statement-publishing";
import { positions } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { organisationChoices } from "@/domain/organisations/choices";
import { dueForReminder } from "./remind";

/** Every position on a statement, also those that wait to be verified and those that have ended. */
export async function positionsOf(actor: Actor, statementId: string) {
  ensure(actor, "statement.list");
  return db()
    .select({
      id: positions.id,
      kind: positions.kind,
      givenOn: positions.givenOn,
      withdrawnOn: positions.withdrawnOn,
      text: positions.text,
      paragraphIds: positions.paragraphIds,
      authority: positions.authority,
      source: positions.source,
      evidenceId: positions.evidenceId,
      verifiedAt: positions.verifiedAt,
      verifiedBy: positions.verifiedBy,
      recordedByName: positions.recordedByName,
      organisationId: positions.organisationId,
      organisationKind: organisations.kind,
      name: organisations.name,
    })
    .from(positions)
    .innerJoin(organisations, eq(organisations.id, positions.organisationId))
    .where(eq(positions.statementId, statementId))
    .orderBy(asc(positions.givenOn), positions.id);
}

/** Who was asked to endorse a statement, in the order in which they were, and whom a reminder would reach now. */
export async function requestsOf(actor: Actor, statementId: string, at: Date) {
  ensure(actor, "statement.list");
  const [rows, due] = await Promise.all([
    db()
      .select({
        organisationId: endorsementRequests.organisationId,
        name: organisations.name,
        askedAt: endorsementRequests.askedAt,
        remindedAt: endorsementRequests.remindedAt,
      })
      .from(endorsementRequests)
      .innerJoin(organisations, eq(organisations.id, endorsementRequests.organisationId))
      .where(eq(endorsementRequests.statementId, statementId))
      .orderBy(asc(endorsementRequests.askedAt), endorsementRequests.organisationId),
    dueForReminder(db(), statementId, at),
  ]);
  return { rows, due };
}

/** The organisations that may be recorded as endorsing: all but those whose membership is under embargo. */
export async function endorserChoices(actor: Actor, at: Date) {
  ensure(actor, "statement.list");
  const [all, hidden] = await Promise.all([organisationChoices(actor), organisationsUnderEmbargo(db(), at)]);
  return all.filter((one) => !hidden.has(one.id));
}
