import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { offices } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { officeConstraints } from "./create-office";
import type { EditOfficeInput } from "./input";

/**
 * Changes an office: its title, its organisation, whether one person holds it at a time. Refuses `stale` with theirs,
 * `no_such_organisation`, `office_has_several` where several held it on one day.
 */
export async function editOffice(actor: Actor, { id, revision, ...office }: EditOfficeInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const [row] = await tx.select().from(offices).where(eq(offices.id, id)).for("update");
      if (!row) throw new Refusal("not_found");
      ensure(actor, "office.edit");
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
      const changed = changedFields(row, office);
      if (changed.length === 0) return { revision };
      await tx
        .update(offices)
        .set({ ...office, revision: revision + 1 })
        .where(eq(offices.id, id));
      await record(tx, actor, { action: "office.edit", subject: ["office", id], at, details: { changed } });
      return { revision: revision + 1 };
    });
  return refusing(officeConstraints, write);
}
