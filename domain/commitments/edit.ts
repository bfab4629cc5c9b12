import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { commitmentOwners, commitments } from "@/db/schema/commitments";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { EditCommitmentInput } from "./input";
import { lockCommitment } from "./lock";
import { commitmentConstraints, rowOf, writeOwners } from "./write";

/**
 * Changes a commitment, also one that is public: what changed is in its history. Refuses `stale` with theirs,
 * `no_such_organisation`, `no_such_statement`, `no_such_paragraph`.
 */
export async function edit(actor: Actor, { id, revision, ...input }: EditCommitmentInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const before = await lockCommitment(tx, id);
      ensure(actor, "commitment.edit");
      if (before.revision !== revision) throw new Refusal("stale", {}, { theirs: before });
      const owned = await tx
        .select({ id: commitmentOwners.organisationId })
        .from(commitmentOwners)
        .where(eq(commitmentOwners.commitmentId, id));
      const row = await rowOf(tx, input);
      const owners = input.owners.toSorted();
      const changed = changedFields(
        { ...before, owners: owned.map((one) => one.id).toSorted() },
        { ...row, owners },
      );
      if (changed.length === 0) return { revision };
      await tx
        .update(commitments)
        .set({ ...row, revision: revision + 1 })
        .where(eq(commitments.id, id));
      if (changed.includes("owners")) await writeOwners(tx, id, owners);
      await record(tx, actor, {
        action: "commitment.edit",
        subject: ["commitment", id],
        at,
        details: { changed },
      });
      return { revision: revision + 1 };
    });
  return refusing(commitmentConstraints, write);
}
