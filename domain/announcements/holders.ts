import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { appointments, offices, people } from "@/db/schema/people";

/** Who holds which office in some organisations on a day, in the order in which the offices were entered. */
export async function holdersOf(query: Queryable, organisationIds: readonly string[], day: string) {
  if (organisationIds.length === 0) return [];
  return query
    .select({
      organisationId: offices.organisationId,
      title: offices.title,
      name: people.name,
      courtesyTitle: people.courtesyTitle,
    })
    .from(appointments)
    .innerJoin(offices, eq(offices.id, appointments.officeId))
    .innerJoin(people, eq(people.id, appointments.personId))
    .where(
      and(
        inArray(offices.organisationId, [...organisationIds]),
        lte(appointments.fromOn, day),
        or(isNull(appointments.toOn), gt(appointments.toOn, day)),
      ),
    )
    .orderBy(asc(offices.createdAt), asc(people.sortName))
    .limit(12);
}
