import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { writeLink } from "@/domain/sign-in/links";
import { homeOf } from "@/domain/sign-in/rules";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { InviteInput } from "./input";
import { accountConstraints, insertAccount } from "./invite";

const shell: Actor = { kind: "system", name: "the command line" };

/**
 * Gives somebody an account without a mail, or finds the one they have, and answers a sign-in link (ten minutes, once).
 * For whoever runs the installation: the first organizer comes in this way. Refuses `deactivated`.
 */
export async function addFromShell(input: InviteInput, at = now()): Promise<string> {
  ensure(shell, "team.invite");
  return refusing(accountConstraints, () =>
    db().transaction(async (tx) => {
      const [known] = await tx.select().from(users).where(eq(users.email, input.email)).for("update");
      if (known?.deactivatedAt) throw new Refusal("deactivated");
      if (!known) await insertAccount(tx, shell, input, at);
      return writeLink(tx, input.email, input.locale, `/${input.locale}/${homeOf(input.role)}`, at);
    }),
  );
}
