import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { ChangeRoleInput } from "./input";
import { lockAdmins } from "./lock";
import { leavesNobody } from "./rules";

/** Gives a member of the secretariat another role. Refuses `last_admin`, and `focal_point` for a focal point's account. */
export async function changeRole(actor: Actor, { id, role }: ChangeRoleInput, at = now()) {
  return db().transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    const [user] = await tx.select().from(users).where(eq(users.id, id)).for("update");
    if (!user) throw new Refusal("not_found");
    ensure(actor, "team.change-role", { userId: id });
    if (user.role === "focal_point") throw new Refusal("focal_point");
    if (leavesNobody(admins, id, role)) throw new Refusal("last_admin");
    await tx.update(users).set({ role }).where(eq(users.id, id));
    const details = { from: user.role, to: role };
    await record(tx, actor, { action: "team.change-role", subject: ["user", id], at, details });
    return { id, role };
  });
}
