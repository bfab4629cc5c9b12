import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Locale } from "@/db/enums";
import { statementRevisions } from "@/db/schema/statements";
import { adoptionOf, latestRevision } from "@/domain/statements/lock";

/** The text a mistake can be in: the authentic one as adopted, or the latest translation; none before the adoption. */
export async function textOf(
  query: Queryable,
  statement: { id: string; authenticLocale: Locale },
  locale: Locale,
) {
  const adoption = await adoptionOf(query, statement.id);
  if (!adoption) return undefined;
  if (locale !== statement.authenticLocale) return latestRevision(query, statement.id, locale);
  const [text] = await query
    .select()
    .from(statementRevisions)
    .where(eq(statementRevisions.id, adoption.revisionId));
  return text;
}
