import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { accessionChecked } from "@/db/schema/accessions";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { CheckInput } from "./input";
import { lockAccession } from "./lock";

/** Ticks what has been looked after, or takes the tick back. What is as it is said to be is left with whoever did it. */
export async function check(actor: Actor, { id, check: of, done }: CheckInput, at = now()) {
  return db().transaction(async (tx) => {
    const row = await lockAccession(tx, id);
    ensure(actor, "accession.check");
    if (row.declinedAt || row.withdrawnAt) throw new Refusal("accession_ended");
    const changed = done
      ? await tx
          .insert(accessionChecked)
          .values({ accessionId: id, check: of, at, byName: actorName(actor) })
          .onConflictDoNothing()
          .returning({ check: accessionChecked.check })
      : await tx
          .delete(accessionChecked)
          .where(and(eq(accessionChecked.accessionId, id), eq(accessionChecked.check, of)))
          .returning({ check: accessionChecked.check });
    if (changed.length === 0) return {};
    await record(tx, actor, {
      action: "accession.check",
      subject: ["accession", id],
      at,
      details: { check: of, done },
    });
    return {};
  });
}
