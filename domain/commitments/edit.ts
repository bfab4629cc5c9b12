import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { commitmentOwners, commitments } from "@/db/schema/commitments";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { changedFields } from "@/domain/group/rules";
import { record } from "@/domain/history/record";
import { isPublic } from "@/domain/publication/rules";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { EditCommitmentInput } from "./input";
import { lockCommitment } from "./lock";
import { paragraphOf, referenceOf } from "./paragraph";
import { commitmentConstraints, ensureTextPublic, writeOwners } from "./write";

/**
 * Changes a commitment; one that is public by whoever may publish it. Where neither its text nor the number of its
 * paragraph was touched it keeps its paragraph, however that is numbered meanwhile. Refuses `stale` with theirs,
 * `no_such_organisation`, `no_such_statement`, `no_such_paragraph`, and `statement_not_public` where one that is public
 * is said to be made in a text that is not.
 */
export async function edit(actor: Actor, input: EditCommitmentInput, at = now()) {
  const { id, revision, owners: sent, paragraph, paragraphWas, ...facts } = input;
  const write = () =>
    db().transaction(async (tx) => {
      const before = await lockCommitment(tx, id);
      ensure(actor, isPublic(before, at) ? "commitment.publish" : "commitment.edit");
      const held = { ...before, owners: await ownersOf(tx, id) };
      if (before.revision !== revision) {
        const theirs = { ...held, paragraph: await referenceOf(tx, before) };
        throw new Refusal("stale", {}, { theirs });
      }
      const kept = facts.statementId === before.statementId && paragraph === paragraphWas;
      const paragraphId = kept ? before.paragraphId : await paragraphOf(tx, facts.statementId, paragraph);
      const owners = sent.toSorted();
      const changed = changedFields(held, { ...facts, paragraphId, owners });
      if (changed.length === 0) return { revision };
      // It was refused when it was published, and is no less so afterwards.
      if (changed.includes("statementId") && isPublic(before, at))
        await ensureTextPublic(tx, facts.statementId, at);
      await tx
        .update(commitments)
        .set({ ...facts, paragraphId, revision: revision + 1 })
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

async function ownersOf(tx: Transaction, id: string) {
  const rows = await tx
    .select({ id: commitmentOwners.organisationId })
    .from(commitmentOwners)
    .where(eq(commitmentOwners.commitmentId, id));
  return rows.map((row) => row.id).toSorted();
}
