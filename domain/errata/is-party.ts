import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { statementParties } from "@/db/schema/negotiations";
import { procedureEntitled, procedures } from "@/db/schema/procedures";

/** Whether an organisation took part in a statement: it negotiates it, or was entitled to decide on it. */
export async function isParty(
  query: Queryable,
  statementId: string,
  organisationId: string,
): Promise<boolean> {
  const [parties, entitled] = await Promise.all([
    query
      .select({ id: statementParties.organisationId })
      .from(statementParties)
      .where(
        and(
          eq(statementParties.statementId, statementId),
          eq(statementParties.organisationId, organisationId),
        ),
      ),
    query
      .select({ id: procedureEntitled.organisationId })
      .from(procedureEntitled)
      .innerJoin(procedures, eq(procedures.id, procedureEntitled.procedureId))
      .where(
        and(eq(procedures.statementId, statementId), eq(procedureEntitled.organisationId, organisationId)),
      )
      .limit(1),
  ]);
  return parties.length + entitled.length > 0;
}
