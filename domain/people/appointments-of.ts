import { eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { appointments, offices } from "@/db/schema/people";

/** The appointments of some people with the titles of their offices, in one statement. */
export async function appointmentsOf(query: Queryable, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return query
    .select({
      id: appointments.id,
      personId: appointments.personId,
      officeId: appointments.officeId,
      title: offices.title,
      organisationId: offices.organisationId,
      fromOn: appointments.fromOn,
      fromPrecision: appointments.fromPrecision,
      toOn: appointments.toOn,
      revision: appointments.revision,
    })
    .from(appointments)
    .innerJoin(offices, eq(offices.id, appointments.officeId))
    .where(inArray(appointments.personId, [...personIds]))
    .orderBy(appointments.fromOn);
}
