import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { boilerplates } from "@/db/schema/announcement-publishing";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RemoveBoilerplateInput } from "./input";

/** Takes a text that is used again out of the choices; what holds it goes on holding it. Refuses `boilerplate_removed`, `not_found`. */
export async function remove(actor: Actor, { id }: RemoveBoilerplateInput, at = now()) {
  return db().transaction(async (tx) => {
    const [row] = await tx.select().from(boilerplates).where(eq(boilerplates.id, id)).for("update");
    if (!row) throw new Refusal("not_found");
    ensure(actor, "boilerplate.edit");
    if (row.removedAt) throw new Refusal("boilerplate_removed");
    await tx.update(boilerplates).set({ removedAt: at }).where(eq(boilerplates.id, id));
    const details = { name: row.name, removed: true };
    await record(tx, actor, { action: "boilerplate.edit", subject: ["boilerplate", id], at, details });
    return { id };
  });
}
