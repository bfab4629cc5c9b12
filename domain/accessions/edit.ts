import type { Actor } from "@/domain/access/actor";
import { changedFields } from "@/domain/group/rules";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { accessionConstraints } from "./enter";
import type { DeadlinesInput, EditInput } from "./input";
import { ensureOpen, step } from "./lock";

/**
 * Changes what an application says, and which organisation of the register it is about, while it awaits a decision.
 * Refuses `stale` with theirs, `accession_ended`, `day_in_the_future`, `application_open`, `no_such_organisation`.
 */
export async function edit(actor: Actor, { id, revision, website, ...facts }: EditInput, at = now()) {
  const columns = { ...facts, website: website || null };
  return refusing(accessionConstraints, () =>
    step(actor, "accession.edit", { id, revision }, at, async (_, row) => {
      ensureOpen(row);
      // A day that has begun nowhere on earth.
      if (facts.receivedOn > dayIn(at, "Pacific/Kiritimati")) throw new Refusal("day_in_the_future");
      return { columns, details: { changed: changedFields(row, columns) } };
    }),
  );
}

/** Sets by when each step is to be done. Refuses `stale` with theirs. */
export async function setDeadlines(actor: Actor, { id, revision, ...days }: DeadlinesInput, at = now()) {
  return step(actor, "accession.edit", { id, revision }, at, async (_, row) => ({
    columns: days,
    details: { changed: changedFields(row, days) },
  }));
}
