import { and, eq, exists, or, type SQL, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { statementParties } from "@/db/schema/negotiations";
import { adoptions, statementPublications, statements } from "@/db/schema/statements";
import { isPublicAt } from "@/domain/publication/where";
import { Refusal } from "@/lib/refusal";

/**
 * What an organisation may take a position on at the desk: an adopted statement that is public, or that it negotiated
 * itself. Of any other it must not even learn that it exists.
 */
export function isAtDesk(organisationId: string, at: Date): SQL | undefined {
  const one = sql`1`;
  const adopted = db().select({ one }).from(adoptions).where(eq(adoptions.statementId, statements.id));
  const party = db()
    .select({ one })
    .from(statementParties)
    .where(
      and(
        eq(statementParties.statementId, statements.id),
        eq(statementParties.organisationId, organisationId),
      ),
    );
  return and(exists(adopted), or(isPublicSomewhere(at), exists(party)));
}

/** Whether a statement is public in any language. */
export function isPublicSomewhere(at: Date): SQL {
  return exists(
    db()
      .select({ one: sql`1` })
      .from(statementPublications)
      .where(
        and(eq(statementPublications.statementId, statements.id), isPublicAt(statementPublications, at)),
      ),
  );
}

/** Refuses `not_found` for a statement an organisation has no business with at the desk. */
export async function ensureAtDesk(query: Queryable, id: string, organisationId: string, at: Date) {
  const [row] = await query
    .select({ id: statements.id })
    .from(statements)
    .where(and(eq(statements.id, id), isAtDesk(organisationId, at)));
  if (!row) throw new Refusal("not_found");
}
