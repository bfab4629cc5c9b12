import type { Actor } from "@/domain/access/actor";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { approve } from "./approve";
import { decline } from "./decline";
import { hold } from "./hold";
import type { BulkInput } from "./input";
import { preApprove } from "./pre-approve";
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

/** What became of one row: done, or the code of the refusal. */
export type RowReport = { id: string; refusal?: string };

/**
 * The same decision for several, in the order they are named, each in its own transaction: a row that is refused leaves
 * the others alone and says why. The rights are asked by the verb, row by row.
 */
export async function decideSeveral(actor: Actor, input: BulkInput, at = now()): Promise<RowReport[]> {
  const report: RowReport[] = [];
  for (const { id, revision } of input.chosen) {
    try {
      await verbs[input.step](actor, { id, revision, reason: input.reason }, at);
      report.push({ id });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      report.push({ id, refusal: error.code });
    }
  }
  return report;
}
