import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditPersonInput } from "./input";

/** Changes a person's name, address and consent; consent once given keeps its moment. Refuses `stale` with theirs. */
export async function editPerson(
  actor: Actor,
  { id, revision, consented, ...person }: EditPersonInput,
  at = now(),
) {
  return db().transaction(async (tx) => {
    const [row] = await tx.select().from(people).where(eq(people.id, id)).for("update");
    if (!row) throw new Refusal("not_found");
    ensure(actor, "person.edit");
    if (row.revision !== revision) {
      throw new Refusal("stale", {}, { theirs: { ...row, consented: row.namingConsentedAt !== null } });
    }
    const columns = { ...person, namingConsentedAt: consented ? (row.namingConsentedAt ?? at) : null };
    const changed = changedFields(row, columns);
    if (changed.length === 0) return { revision };
    await tx
      .update(people)
      .set({ ...columns, revision: revision + 1 })
      .where(eq(people.id, id));
    await record(tx, actor, { action: "person.edit", subject: ["person", id], at, details: { changed } });
    return { revision: revision + 1 };
  });
}
