import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/refusal";
import { writeLink } from "./links";
import { homeOf, ownPath } from "./rules";

/** The accounts one may continue as: none, unless this is the demonstration and only this machine can reach it. */
export async function demonstrationAccounts() {
  if (!env().demonstration) return [];
  return db()
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(and(isNotNull(users.demonstrationOf), isNull(users.deactivatedAt)))
    .orderBy(asc(users.role), users.name);
}

/** A sign-in link for a demonstration account, without a mail. Refuses `not_found` anywhere but in the demonstration. */
export async function continueAs(
  actor: Actor,
  input: { id: string; locale: Locale; next: string },
  at = now(),
) {
  ensure(actor, "sign-in.ask");
  const account = (await demonstrationAccounts()).find(({ id }) => id === input.id);
  if (!account) throw new Refusal("not_found");
  return db().transaction(async (tx) => {
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, account.id));
    if (!user) throw new Refusal("not_found");
    const next = ownPath(input.next, `/${input.locale}/${homeOf(account.role)}`);
    return writeLink(tx, user.email, input.locale, next, at);
  });
}
