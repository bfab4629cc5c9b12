import { db } from "@/db/client";
import { statements } from "@/db/schema/statements";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { ensureFree } from "./addresses";
import type { StatementInput } from "./input";
import { insertRevision } from "./insert-revision";

/** Begins a statement with an empty first revision in its authentic language. Refuses `slug_taken`, `no_such_event`. */
export async function create(actor: Actor, { title, ...facts }: StatementInput, at = now()) {
  ensure(actor, "statement.create");
  const write = () =>
    db().transaction(async (tx) => {
      const [statement] = await tx
        .insert(statements)
        .values({ ...facts, createdAt: at })
        .returning({ id: statements.id });
      if (!statement) throw new Refusal("not_found");
      await ensureFree(tx, facts.slug, statement.id);
      await insertRevision(tx, {
        statementId: statement.id,
        locale: facts.authenticLocale,
        number: 1,
        title,
        paragraphs: [],
        savedAt: at,
        savedBy: actorId(actor),
        savedByName: actorName(actor),
      });
      const subject = ["statement", statement.id] as ["statement", string];
      await record(tx, actor, { action: "statement.create", subject, eventId: facts.eventId, at });
      return statement;
    });
  return refusing(statementConstraints, write);
}

/** What the database may say no to when a statement is written. */
export const statementConstraints = {
  statements_slug_key: "slug_taken",
  statements_event_id_events_id_fk: "no_such_event",
};
