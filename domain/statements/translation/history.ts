import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Locale } from "@/db/enums";
import { statementRevisions } from "@/db/schema/statements";
import type { Authentic, Translation } from "./rules";

/** The authentic revisions that must be known to say which paragraphs of some translations are stale. */
export async function authenticHistory(
  query: Queryable,
  statement: { id: string; authenticLocale: Locale },
  translations: readonly (Translation | undefined)[],
): Promise<Authentic[]> {
  const named = new Set(
    translations.flatMap((one) =>
      one
        ? [one.translationOfId, ...one.paragraphs.map(({ source }) => source)].filter((id) => id != null)
        : [],
    ),
  );
  const r = statementRevisions;
  // A source is told by whoever saves and checked then; what is no id any more names nothing.
  return query
    .select({ id: r.id, number: r.number, paragraphs: r.paragraphs, noEffectOn: r.noEffectOn })
    .from(r)
    .where(
      sql`${r.statementId} = ${statement.id} and ${r.locale} = ${statement.authenticLocale} and (
        ${r.id}::text in (select jsonb_array_elements_text(${JSON.stringify([...named])}::jsonb))
        or cardinality(${r.noEffectOn}) > 0
        or exists (select 1 from ${r} as next where next.statement_id = ${r.statementId} and next.locale = ${r.locale}
          and next.number = ${r.number} + 1 and cardinality(next.no_effect_on) > 0))`,
    );
}
