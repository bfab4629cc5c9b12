import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { AssignInput } from "./input";

const tables = { announcement: announcements, statement: statements, event: events };

const constraints = {
  announcements_period_id_periods_id_fk: "no_such_period",
  statements_period_id_periods_id_fk: "no_such_period",
  events_period_id_periods_id_fk: "no_such_period",
};

/** Says by hand to which period something belongs; none: that of its day. Refuses `stale` with theirs, `no_such_period`. */
export async function assign(actor: Actor, { of, id, revision, periodId }: AssignInput, at = now()) {
  const table = tables[of];
  const write = () =>
    db().transaction(async (tx) => {
      const [row] = await tx
        .select({ revision: table.revision, periodId: table.periodId })
        .from(table)
        .where(eq(table.id, id))
        .for("update");
      if (!row) throw new Refusal("not_found");
      ensure(actor, "period.edit");
      if (row.revision !== revision) throw new Refusal("stale", {}, { theirs: row });
      if (row.periodId === periodId) return { revision };
      await tx
        .update(table)
        .set({ periodId, revision: revision + 1 })
        .where(eq(table.id, id));
      const eventId = of === "event" ? id : null;
      await record(tx, actor, {
        action: "period.edit",
        subject: [of, id],
        eventId,
        at,
        details: { periodId },
      });
      return { revision: revision + 1 };
    });
  return refusing(constraints, write);
}
