import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users, verificationTokens } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { lockAdmins } from "./lock";
import { leavesNobody } from "./rules";

/** Closes an account: its sessions and open links end with the same transaction. Refuses `last_admin`. */
export async function deactivate(actor: Actor, { id }: { id: string }, at = now()) {
  return db().transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    const [user] = await tx.select().from(users).where(eq(users.id, id)).for("update");
    if (!user) throw new Refusal("not_found");
    ensure(actor, "team.deactivate", { userId: id });
    if (user.deactivatedAt) return { id };
    if (leavesNobody(admins, id, "deactivated")) throw new Refusal("last_admin");
    await tx.update(users).set({ deactivatedAt: at }).where(eq(users.id, id));
    await tx.delete(sessions).where(eq(sessions.userId, id));
    await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, user.email));
    await record(tx, actor, { action: "team.deactivate", subject: ["user", id], at });
    return { id };
  });
}
