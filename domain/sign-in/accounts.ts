import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { type Actor, nobody } from "@/domain/access/actor";

/** Whether an address is that of an account that may sign in. */
export async function maySignIn(email: string): Promise<boolean> {
  const found = await db()
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email.toLowerCase()), isNull(users.deactivatedAt)));
  return found.length > 0;
}

/** The account behind a session, as an actor needs it; nothing where it was deactivated. */
export async function accountOf(id: string) {
  const [account] = await db()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      organisationId: users.organisationId,
      locale: users.locale,
    })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deactivatedAt)));
  return account;
}

/** An account as an actor, for a job that is done in its name; nobody where it was deactivated meanwhile. */
export async function actorOf(id: string): Promise<Actor> {
  const account = await accountOf(id);
  if (!account) return nobody;
  const { name, role, organisationId } = account;
  return { kind: "user", id, name, role, organisationId };
}
