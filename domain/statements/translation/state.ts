import { and, eq } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import type { Locale } from "@/db/enums";
import { adoptions, type Paragraph, statementRevisions } from "@/db/schema/statements";
import { latestRevision } from "../lock";
import { authenticHistory } from "./history";
import { type Authentic, differsInShape, type StaleParagraph, staleParagraphs } from "./rules";

type Statement = { id: string; authenticLocale: Locale };
type Text = { translationOfId: string | null; paragraphs: Paragraph[] };

export type TranslationState = {
  /** The authentic text that counts. */
  current: typeof statementRevisions.$inferSelect | undefined;
  history: Authentic[];
  /** Its paragraphs that want attention. */
  stale: StaleParagraph[];
  /** Whether it is not what the authentic text says, or not in its shape. */
  behind: boolean;
};

/** How a translation stands to the authentic text that counts: the adopted one, or the latest while nothing is adopted. */
export async function translationState(
  query: Queryable,
  statement: Statement,
  translation: Text | undefined,
): Promise<TranslationState> {
  const current = await authenticThatCounts(query, statement);
  if (!current || !translation) return { current, history: [], stale: [], behind: false };
  const history = await authenticHistory(query, statement, [translation]);
  const stale = staleParagraphs(translation, current, history);
  return {
    current,
    history,
    stale,
    behind: stale.length > 0 || differsInShape(translation.paragraphs, current.paragraphs),
  };
}

async function authenticThatCounts(query: Queryable, { id, authenticLocale }: Statement) {
  const [adopted] = await query
    .select({ revision: statementRevisions })
    .from(adoptions)
    .innerJoin(statementRevisions, eq(statementRevisions.id, adoptions.revisionId))
    .where(and(eq(adoptions.statementId, id), eq(statementRevisions.locale, authenticLocale)));
  return adopted?.revision ?? latestRevision(query, id, authenticLocale);
}

/** Whether a public text is a translation that lags behind. */
export async function isBehind(statement: Statement & { locale: Locale } & Text): Promise<boolean> {
  if (statement.locale === statement.authenticLocale) return false;
  return (await translationState(db(), statement, statement)).behind;
}
