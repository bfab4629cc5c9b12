import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { statementCirculations, statementParties } from "@/db/schema/negotiations";
import { organisations } from "@/db/schema/organisations";
import { statementRevisions } from "@/db/schema/statements";
import type { AmendmentRow } from "@/domain/amendments/rows";
import { groupsOf, misfitOf, type Text } from "@/domain/amendments/rules";
import { isOneOpen } from "@/domain/procedures/is-one-open";
import { adoptionOf } from "@/domain/statements/lock";

/** The parties to a negotiation, in the order of their address. */
export async function partiesOf(statementId: string) {
  return db()
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      drafting: statementParties.drafting,
      invitedAt: statementParties.invitedAt,
    })
    .from(statementParties)
    .innerJoin(organisations, eq(organisations.id, statementParties.organisationId))
    .where(eq(statementParties.statementId, statementId))
    .orderBy(asc(organisations.slug));
}

/** What was sent round, the zero draft first, by its head. */
export async function circulationHeads(statementId: string) {
  return db()
    .select({
      revisionId: statementCirculations.revisionId,
      circulation: statementCirculations.number,
      number: statementRevisions.number,
      note: statementCirculations.note,
      at: statementCirculations.circulatedAt,
      by: statementCirculations.circulatedBy,
    })
    .from(statementCirculations)
    .innerJoin(statementRevisions, eq(statementRevisions.id, statementCirculations.revisionId))
    .where(eq(statementCirculations.statementId, statementId))
    .orderBy(asc(statementCirculations.number));
}

/** Whether the text can still be changed: not while it is being decided, and not once it is adopted. */
export async function isClosed(statementId: string): Promise<"adopted" | "locked" | undefined> {
  const [adoption, open] = await Promise.all([adoptionOf(db(), statementId), isOneOpen(db(), statementId)]);
  if (adoption) return "adopted";
  return open ? "locked" : undefined;
}

/** Amendments with where each stands against a text: why an open one needs a rebase, and the open ones it conflicts with. */
export function withStanding<A extends AmendmentRow>(rows: readonly A[], text: Text) {
  const groups = groupsOf(rows.filter((row) => row.state === "open"));
  return rows.map((row) => {
    const open = row.state === "open";
    const others = groups.find((group) => group.includes(row))?.filter((one) => one !== row) ?? [];
    return {
      ...row,
      misfit: open ? misfitOf(row, text) : undefined,
      others: others.map(({ id, number }) => ({ id, number })),
    };
  });
}
