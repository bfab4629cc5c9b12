import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { positions } from "@/db/schema/statements";
import { formerNames } from "@/domain/organisations/former-names";
import { nameOn } from "@/domain/organisations/rules";
import { publicStatements } from "@/domain/statements/queries";
import { countingKinds, standsOn } from "./rules";

/** What may be public of a position: what was verified, and is an endorsement. */
const isShown = and(isNotNull(positions.verifiedAt), inArray(positions.kind, [...countingKinds]));

/**
 * Who endorses a statement on a day, under the names they had that day and in the order in which they did, with what
 * they say beside it. Whether the statement itself is public is the caller's question.
 */
export async function endorsementsOn(statementId: string, day: string) {
  const rows = await db()
    .select({
      id: positions.id,
      kind: positions.kind,
      givenOn: positions.givenOn,
      withdrawnOn: positions.withdrawnOn,
      text: positions.text,
      paragraphIds: positions.paragraphIds,
      authority: positions.authority,
      organisationId: organisations.id,
      organisationKind: organisations.kind,
      slug: organisations.slug,
      name: organisations.name,
      formalName: organisations.formalName,
      formerNames,
      country: organisations.country,
    })
    .from(positions)
    .innerJoin(organisations, eq(organisations.id, positions.organisationId))
    .where(and(eq(positions.statementId, statementId), isShown))
    .orderBy(asc(positions.givenOn), positions.id);
  return rows
    .filter((position) => standsOn(position, day))
    .map(({ formalName, formerNames, ...position }) => ({
      ...position,
      name: nameOn({ name: position.name, formalName, formerNames }, day).name,
    }));
}

/** The public statements an organisation endorses on a day, each with what it says beside it. */
export async function statementsEndorsedBy(organisationId: string, day: string, at: Date) {
  const given = await db()
    .select({
      statementId: positions.statementId,
      kind: positions.kind,
      text: positions.text,
      givenOn: positions.givenOn,
      withdrawnOn: positions.withdrawnOn,
    })
    .from(positions)
    .where(and(eq(positions.organisationId, organisationId), isShown));
  const standing = new Map(given.filter((one) => standsOn(one, day)).map((one) => [one.statementId, one]));
  return (await publicStatements(at)).flatMap((statement) => {
    const position = standing.get(statement.id);
    return position ? [{ ...statement, position }] : [];
  });
}
