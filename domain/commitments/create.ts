import { db } from "@/db/client";
import { commitments } from "@/db/schema/commitments";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import type { CommitmentInput } from "./input";
import { paragraphOf } from "./paragraph";
import { commitmentConstraints, writeOwners } from "./write";

/** Enters a commitment; nobody outside reads it before it is published. Refuses `no_such_organisation`, `no_such_statement`, `no_such_paragraph`. */
export async function create(actor: Actor, input: CommitmentInput, at = now()) {
  const { owners, paragraph, ...facts } = input;
  ensure(actor, "commitment.edit");
  const write = () =>
    db().transaction(async (tx) => {
      const [row] = await tx
        .insert(commitments)
        .values({
          ...facts,
          paragraphId: await paragraphOf(tx, facts.statementId, paragraph),
          createdAt: at,
        })
        .returning({ id: commitments.id });
      if (!row) throw new Refusal("not_found");
      await writeOwners(tx, row.id, owners);
      const details = { owners: owners.length, dueOn: facts.dueOn };
      await record(tx, actor, { action: "commitment.edit", subject: ["commitment", row.id], at, details });
      return row;
    });
  return refusing(commitmentConstraints, write);
}
