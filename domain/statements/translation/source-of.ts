import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { statementRevisions } from "@/db/schema/statements";
import { Refusal } from "@/lib/refusal";

/**
 * The authentic revision a translation is of: the one in front of the translator, or the newer one that the translation
 * saved meanwhile is of. Refuses `no_source` where it is none of this statement's.
 */
export async function sourceOf(
  tx: Transaction,
  statement: { id: string; authenticLocale: Locale },
  translationOf: string | null,
  latest: { translationOfId: string | null } | undefined,
) {
  const ids = [translationOf, latest?.translationOfId].filter((id) => id != null);
  const found = translationOf
    ? await tx
        .select()
        .from(statementRevisions)
        .where(
          and(
            inArray(statementRevisions.id, ids),
            eq(statementRevisions.statementId, statement.id),
            eq(statementRevisions.locale, statement.authenticLocale),
          ),
        )
    : [];
  const newest = found.toSorted((a, b) => b.number - a.number)[0];
  if (!newest || !found.some(({ id }) => id === translationOf)) throw new Refusal("no_source");
  return newest;
}
