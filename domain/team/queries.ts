import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** Every account: the secretariat first, then the focal points. */
export async function listTeam(actor: Actor) {
  ensure(actor, "team.list");
  return db()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      organisation: organisations.name,
      deactivatedAt: users.deactivatedAt,
      createdAt: users.createdAt,
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .orderBy(asc(users.role), asc(users.name));
}
