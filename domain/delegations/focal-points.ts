import { and, asc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { users } from "@/db/schema/users";

/** The people who act for an organisation now: its focal points whose account is active. */
export async function focalPointsOf(query: Queryable, organisationId: string | null) {
  if (!organisationId) return [];
  return query
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(
      and(
        eq(users.role, "focal_point"),
        eq(users.organisationId, organisationId),
        isNull(users.deactivatedAt),
      ),
    )
    .orderBy(asc(users.name));
}
