import { and, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { statementParties } from "@/db/schema/negotiations";
import { memberships, organisations } from "@/db/schema/organisations";
import { statementRevisions } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isPublicAt } from "@/domain/publication/where";
import { dayIn } from "@/lib/time";
import { countsByRevision } from "./rules";

const named = { id: organisations.id, name: organisations.name };

/**
 * Who can hold an option: the parties of the statement where there are any, otherwise those who are members, and
 * whoever holds one already.
 */
export async function holderChoices(
  actor: Actor,
  statementId: string,
  paragraphs: readonly { holders?: { by: string[] }[] }[],
  at: Date,
) {
  ensure(actor, "statement.list");
  const held = [...new Set(paragraphs.flatMap(({ holders = [] }) => holders.flatMap(({ by }) => by)))];
  const [parties, holding] = await Promise.all([
    db()
      .select(named)
      .from(statementParties)
      .innerJoin(organisations, eq(organisations.id, statementParties.organisationId))
      .where(eq(statementParties.statementId, statementId)),
    held.length > 0 ? db().select(named).from(organisations).where(inArray(organisations.id, held)) : [],
  ]);
  const choices = parties.length > 0 ? parties : await membersAt(at);
  const known = new Set(choices.map(({ id }) => id));
  return [...choices, ...holding.filter(({ id }) => !known.has(id))];
}

/** Those who are members on the day and known as such. */
function membersAt(at: Date) {
  const day = dayIn(at, "UTC");
  return db()
    .selectDistinct(named)
    .from(organisations)
    .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
    .where(
      and(
        isPublicAt(memberships, at),
        lte(memberships.joinedOn, day),
        or(isNull(memberships.leftOn), gt(memberships.leftOn, day)),
      ),
    );
}

/** The open brackets and options of every revision of the authentic text, counted. */
export async function bracketCounts(actor: Actor, statementId: string, locale: Locale) {
  ensure(actor, "statement.list");
  const rows = await db()
    .select({
      number: statementRevisions.number,
      // Only what can hold a bracket is read: texts are long and revisions many.
      texts: sql<{ text: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('text', p ->> 'text'))
        from jsonb_array_elements(${statementRevisions.paragraphs}) p where p ->> 'text' like '%[%'), '[]')`,
    })
    .from(statementRevisions)
    .where(and(eq(statementRevisions.statementId, statementId), eq(statementRevisions.locale, locale)));
  return countsByRevision(rows);
}
