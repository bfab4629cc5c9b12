import { db } from "@/db/client";
import { periods } from "@/db/schema/periods";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { PeriodInput } from "./input";

/** What the database may say no to when a period is written. */
export const periodConstraints = {
  periods_organisation_id_organisations_id_fk: "no_such_organisation",
  periods_order: "ends_before_start",
};

/** Enters a period; what lies in it belongs to it from now on. Refuses `no_such_organisation`. */
export async function create(actor: Actor, period: PeriodInput, at = now()) {
  ensure(actor, "period.edit");
  const write = () =>
    db().transaction(async (tx) => {
      const [row] = await tx
        .insert(periods)
        .values({ ...period, createdAt: at })
        .returning({ id: periods.id });
      if (!row) throw new Refusal("not_found");
      const details = { kind: period.kind, fromOn: period.fromOn, toOn: period.toOn };
      await record(tx, actor, { action: "period.edit", subject: ["period", row.id], at, details });
      return row;
    });
  return refusing(periodConstraints, write);
}
