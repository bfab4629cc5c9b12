import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Localized } from "@/db/enums";
import { amendmentSponsors, amendments, statementCirculations } from "@/db/schema/negotiations";
import { organisations } from "@/db/schema/organisations";
import { statementRevisions } from "@/db/schema/statements";

/** Every amendment to a statement in its order, with who proposed and who sponsors it: two queries, however many. */
export async function amendmentsOf(statementId: string) {
  const [rows, sponsors] = await Promise.all([
    db()
      .select({
        id: amendments.id,
        number: amendments.number,
        revision: amendments.revision,
        revisionId: amendments.revisionId,
        circulation: statementCirculations.number,
        kind: amendments.kind,
        paragraphId: amendments.paragraphId,
        base: amendments.base,
        baseTitle: amendments.baseTitle,
        proposal: amendments.proposal,
        reason: amendments.reason,
        organisationId: amendments.organisationId,
        organisation: organisations.name,
        proposedBy: amendments.proposedBy,
        proposedAt: amendments.proposedAt,
        state: amendments.state,
        decisionReason: amendments.decisionReason,
        decidedAt: amendments.decidedAt,
        decidedBy: amendments.decidedBy,
        resultNumber: statementRevisions.number,
      })
      .from(amendments)
      .innerJoin(organisations, eq(organisations.id, amendments.organisationId))
      .leftJoin(statementCirculations, eq(statementCirculations.revisionId, amendments.revisionId))
      .leftJoin(statementRevisions, eq(statementRevisions.id, amendments.resultId))
      .where(eq(amendments.statementId, statementId))
      .orderBy(asc(amendments.number)),
    db()
      .select({
        amendmentId: amendmentSponsors.amendmentId,
        id: organisations.id,
        name: organisations.name,
      })
      .from(amendmentSponsors)
      .innerJoin(amendments, eq(amendments.id, amendmentSponsors.amendmentId))
      .innerJoin(organisations, eq(organisations.id, amendmentSponsors.organisationId))
      .where(and(eq(amendments.statementId, statementId)))
      .orderBy(asc(amendmentSponsors.addedAt), organisations.id),
  ]);
  const of = new Map<string, { id: string; name: Localized }[]>();
  for (const { amendmentId, id, name } of sponsors)
    of.set(amendmentId, [...(of.get(amendmentId) ?? []), { id, name }]);
  return rows.map((row) => ({ ...row, sponsors: of.get(row.id) ?? [] }));
}

/** An amendment as it is read. */
export type AmendmentRow = Awaited<ReturnType<typeof amendmentsOf>>[number];
