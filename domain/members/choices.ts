import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships, organisations } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";

/** The members that are publicly known at a moment, to choose one's organisation from. */
export async function publicOrganisationChoices(at: Date) {
  return db()
    .selectDistinct({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
    .where(and(isPublicAt(memberships, at)));
}
