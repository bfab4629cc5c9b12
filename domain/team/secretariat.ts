import { and, asc, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema/users";

/** Who of the secretariat is written to when something needs it: administrators and organizers with an open account. */
export async function secretariat(tx: Transaction) {
  return tx
    .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(and(inArray(users.role, ["admin", "organizer"]), isNull(users.deactivatedAt)))
    .orderBy(asc(users.id));
}
