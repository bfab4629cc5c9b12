import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Localized } from "@/db/enums";
import { memberships, organisations } from "@/db/schema/organisations";
import { adoptions, statementPublications, statementRevisions } from "@/db/schema/statements";
import { users } from "@/db/schema/users";
import { isPublicAt } from "@/domain/publication/where";

/** The organisations that are members on a day and known to be. */
export async function membersOn(query: Queryable, day: string, at: Date) {
  return query
    .selectDistinct({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
    .where(
      and(
        isNull(memberships.withdrawnAt),
        lte(memberships.joinedOn, day),
        or(isNull(memberships.leftOn), gt(memberships.leftOn, day)),
        isPublicAt({ publicFrom: memberships.publicFrom }, at),
      ),
    );
}

/** The focal points of some organisations, with the language each is written to in. */
export async function focalPointsOf(query: Queryable, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return [];
  const rows = await query
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      organisationId: users.organisationId,
      organisation: organisations.name,
    })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(
      and(
        eq(users.role, "focal_point"),
        isNull(users.deactivatedAt),
        inArray(users.organisationId, [...organisationIds]),
      ),
    )
    .orderBy(asc(users.name), users.id);
  return rows.flatMap(({ organisationId, ...row }) => (organisationId ? [{ ...row, organisationId }] : []));
}

/** The titles of statements that may be told: those that are public, and that of the adopted text. */
export async function titlesOf(query: Queryable, statementIds: readonly string[], at: Date) {
  const titles = new Map<string, Localized>();
  if (statementIds.length === 0) return titles;
  const ids = [...statementIds];
  const text = { locale: statementRevisions.locale, title: statementRevisions.title };
  const [adopted, published] = await Promise.all([
    query
      .select({ id: adoptions.statementId, ...text })
      .from(adoptions)
      .innerJoin(statementRevisions, eq(statementRevisions.id, adoptions.revisionId))
      .where(inArray(adoptions.statementId, ids)),
    query
      .select({ id: statementPublications.statementId, ...text })
      .from(statementPublications)
      .innerJoin(statementRevisions, eq(statementRevisions.id, statementPublications.revisionId))
      .where(and(inArray(statementPublications.statementId, ids), isPublicAt(statementPublications, at))),
  ]);
  for (const { id, locale, title } of [...adopted, ...published])
    titles.set(id, { ...titles.get(id), [locale]: title });
  return titles;
}
