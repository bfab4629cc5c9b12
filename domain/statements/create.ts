import { db } from "@/db/client";
import { statements } from "@/db/schema/statements";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal, refusing } from "@/lib/refusal";
import { ensureFree } from "./addresses";
import { copyOf } from "./copy-of";
import type { StatementInput } from "./input";
import { insertRevision } from "./insert-revision";

/**
 * Begins a statement with an empty first revision in its authentic language; one that takes the place of an adopted
 * statement begins with a copy of that one's text, in its language. Refuses `slug_taken`, `no_such_event`,
 * `no_such_statement`, `not_adopted`.
 */
export async function create(actor: Actor, { title, ...facts }: StatementInput, at = now()) {
  ensure(actor, "statement.create");
  const write = () =>
    db().transaction(async (tx) => {
      const copied = facts.supersedesId ? await copyOf(tx, facts.supersedesId) : undefined;
      const authenticLocale = copied?.authenticLocale ?? facts.authenticLocale;
      const [statement] = await tx
        .insert(statements)
        .values({ ...facts, authenticLocale, createdAt: at })
        .returning({ id: statements.id });
      if (!statement) throw new Refusal("not_found");
      await ensureFree(tx, facts.slug, statement.id);
      await insertRevision(tx, {
        statementId: statement.id,
        locale: authenticLocale,
        number: 1,
        title,
        paragraphs: copied?.paragraphs ?? [],
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
