import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { statements } from "@/db/schema/statements";
import { latestRevision } from "@/domain/statements/lock";
import { numbered } from "@/domain/statements/rules";
import { Refusal } from "@/lib/refusal";

/**
 * The permanent id of the paragraph that the latest authentic text of a statement numbers so; null where no paragraph is
 * meant. Refuses `no_such_paragraph`, `no_such_statement`.
 */
export async function paragraphOf(query: Queryable, statementId: string | null, reference: string) {
  if (statementId === null || reference === "") return null;
  const paragraphs = await numberedIn(query, statementId);
  if (!paragraphs) throw new Refusal("no_such_statement");
  const wanted = asWritten(reference);
  const found = paragraphs.find((one) => one.reference && asWritten(one.reference) === wanted);
  if (!found) throw new Refusal("no_such_paragraph", { paragraph: reference });
  return found.id;
}

/** How the latest authentic text numbers a paragraph; empty where it has none of that id, or none is meant. */
export async function referenceOf(
  query: Queryable,
  { statementId, paragraphId }: { statementId: string | null; paragraphId: string | null },
): Promise<string> {
  if (!statementId || !paragraphId) return "";
  const paragraphs = (await numberedIn(query, statementId)) ?? [];
  return paragraphs.find((one) => one.id === paragraphId)?.reference ?? "";
}

async function numberedIn(query: Queryable, statementId: string) {
  const [statement] = await query
    .select({ authenticLocale: statements.authenticLocale })
    .from(statements)
    .where(eq(statements.id, statementId));
  if (!statement) return undefined;
  const text = await latestRevision(query, statementId, statement.authenticLocale);
  return numbered(text?.paragraphs ?? []);
}

/** "1(a)", "1 (A)" and "1 (a)." are one paragraph. */
const asWritten = (reference: string) => reference.replace(/[\s.]/g, "").toLowerCase();
