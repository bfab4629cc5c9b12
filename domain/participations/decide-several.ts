import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import type { PoolKind } from "@/db/enums";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { approve } from "./approve";
import { decline } from "./decline";
import { hold } from "./hold";
import { preApprove } from "./pre-approve";
import type { SeveralStep } from "./several/rules";
import { type Chosen, choiceKey } from "./several/select";
import { waitlist } from "./waitlist";
import { withdraw } from "./withdraw";

const verbs = {
  pre_approve: preApprove,
  approve,
  waitlist,
  hold,
  decline,
  withdraw,
};

/** What became of one row: done, or the code of the refusal and its values. */
export type RowReport = {
  id: string;
  name: string;
  refusal?: string;
  details?: Record<string, string | number>;
};

type Decision = {
  step: SeveralStep;
  reason: string;
  /** Whose seats are given; absent: the first that each may draw from. */
  pool?: PoolKind | null;
  chosen: readonly Chosen[];
  /** The key of the choice that was foreseen; absent: it was not. */
  key?: string;
};

/**
 * The same decision for several, in the order they are named, each in its own transaction: a row that is refused leaves
 * the others alone and says why. The rights are asked by the verb, row by row; nobody is let in above the capacity this
 * way. Refuses `selection_changed` where those who are named now are not those it was foreseen for.
 */
export async function decideSeveral(actor: Actor, decision: Decision, at = now()): Promise<RowReport[]> {
  const { chosen, step, reason, pool, key } = decision;
  ensure(actor, "participation.approve");
  if (key !== undefined && key !== choiceKey(chosen)) throw new Refusal("selection_changed");
  const names = await namesOf(chosen);
  const report: RowReport[] = [];
  for (const { id, revision } of chosen) {
    const row = { id, name: names.get(id) ?? "" };
    try {
      await verbs[step](actor, { id, revision, reason, ...(step === "approve" ? { pool } : {}) }, at);
      report.push(row);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      report.push({ ...row, refusal: error.code, details: error.details });
    }
  }
  return report;
}

async function namesOf(chosen: readonly Chosen[]): Promise<Map<string, string>> {
  const ids = chosen.map(({ id }) => id);
  const rows = await db()
    .select({ id: participations.id, name: participations.name })
    .from(participations)
    .where(inArray(participations.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}
