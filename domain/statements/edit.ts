import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { ensureFree, keepAddress } from "./addresses";
import { statementConstraints } from "./create";
import type { StatementFactsInput } from "./input";
import { lockStatement } from "./lock";

/**
 * Changes what a statement is: its kind, its address, its event, its other authentic languages. An address it was public
 * at leads to the new one. Refuses `stale` with theirs, `slug_taken` also for an address that once was another
 * statement's.
 */
export async function edit(actor: Actor, { id, revision, ...facts }: StatementFactsInput, at = now()) {
  const write = () =>
    db().transaction(async (tx) => {
      const theirs = await lockStatement(tx, id);
      ensure(actor, "statement.edit");
      if (theirs.revision !== revision) throw new Refusal("stale", {}, { theirs });
      await tx
        .update(statements)
        .set({
          ...facts,
          alsoAuthentic: facts.alsoAuthentic?.filter((one) => one !== theirs.authenticLocale),
          revision: revision + 1,
        })
        .where(eq(statements.id, id));
      await ensureFree(tx, facts.slug, id);
      await keepAddress(tx, id, { from: theirs.slug, to: facts.slug }, at);
      await record(tx, actor, {
        action: "statement.edit",
        subject: ["statement", id],
        eventId: facts.eventId,
        at,
      });
      return { revision: revision + 1 };
    });
  return refusing(statementConstraints, write);
}
