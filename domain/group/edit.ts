import { db } from "@/db/client";
import { groups } from "@/db/schema/group";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { holdPicture } from "@/domain/media/lock";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { GroupInput } from "./input";
import { changedFields, theGroup } from "./rules";

/**
 * Changes what the group says of itself. Refuses `stale` with their settings where someone saved meanwhile, and
 * `no_such_media` a logo that is no picture of the library.
 */
export async function edit(actor: Actor, { revision, ...settings }: GroupInput, at = now()) {
  return db().transaction(async (tx) => {
    const [row] = await tx.select().from(groups).for("update");
    if (!row) throw new Refusal("not_found");
    ensure(actor, "group.edit");
    const { one: _, updatedAt: __, ...theirs } = row;
    if (row.revision !== revision) throw new Refusal("stale", {}, { theirs });
    const changed = changedFields(theirs, settings);
    if (changed.length === 0) return { revision };
    if (settings.logoId && changed.includes("logoId")) await holdPicture(tx, settings.logoId);
    await tx.update(groups).set({ ...settings, revision: revision + 1, updatedAt: at });
    await record(tx, actor, { action: "group.edit", subject: ["group", theGroup], at, details: { changed } });
    return { revision: revision + 1 };
  });
}
