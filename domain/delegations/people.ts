import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { participations } from "@/db/schema/participations";

/** Of one of a delegation, what its own focal points may see. */
export const memberColumns = {
  id: participations.id,
  delegationId: participations.delegationId,
  courtesyTitle: participations.courtesyTitle,
  name: participations.name,
  familyName: participations.familyName,
  email: participations.email,
  functionalTitle: participations.functionalTitle,
  class: participations.class,
  level: participations.level,
  alternate: participations.alternate,
  state: participations.state,
  stateReason: participations.stateReason,
  accessNeeds: participations.accessNeeds,
  dietaryNeeds: participations.dietaryNeeds,
  locale: participations.locale,
  revision: participations.revision,
};

/** Everyone who was ever nominated for a delegation, in the order they came. */
export async function membersOf(delegationId: string) {
  const rows = await db()
    .select(memberColumns)
    .from(participations)
    .where(eq(participations.delegationId, delegationId))
    .orderBy(asc(participations.arrival), asc(participations.createdAt));
  return rows.map(withoutNotes);
}

export type Member = Awaited<ReturnType<typeof membersOf>>[number];

/** Why somebody is on hold is the secretariat's own note; what the person was told, their delegation may read. */
export function withoutNotes<Row extends { state: string; stateReason: string }>(row: Row): Row {
  const told = row.state === "declined" || row.state === "withdrawn" || row.state === "replaced";
  return told ? row : { ...row, stateReason: "" };
}
