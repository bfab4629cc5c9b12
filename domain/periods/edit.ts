import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { periods } from "@/db/schema/periods";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { periodConstraints } from "./create";
import type { EditPeriodInput } from "./input";

/** Changes a period; the last day closes it. Refuses `stale` with theirs, `no_such_organisation`. */
export async function edit(actor: Actor, { id, revision, ...period }: EditPeriodInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const [row] = await tx.select().from(periods).where(eq(periods.id, id)).for("update");
      if (!row) throw new Refusal("not_found");
      ensure(actor, "period.edit");
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
      const changed = changedFields(row, period);
      if (changed.length === 0) return { revision };
      await tx
        .update(periods)
        .set({ ...period, revision: revision + 1 })
        .where(eq(periods.id, id));
      await record(tx, actor, { action: "period.edit", subject: ["period", id], at, details: { changed } });
      return { revision: revision + 1 };
    });
  return refusing(periodConstraints, write);
}
