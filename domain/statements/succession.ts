import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { statements } from "@/db/schema/statements";
import { publicStatementsAmong } from "./queries";

/** The public statements that one takes the place of, and that take its place; what is not public is not named. */
export async function successionOf(statementId: string, at: Date) {
  const [[own], after] = await Promise.all([
    db().select({ id: statements.supersedesId }).from(statements).where(eq(statements.id, statementId)),
    db()
      .select({ id: statements.id })
      .from(statements)
      .where(eq(statements.supersedesId, statementId))
      .orderBy(asc(statements.createdAt)),
  ]);
  const before = own?.id ? [own.id] : [];
  const named = await publicStatementsAmong([...before, ...after.map((one) => one.id)], at);
  const link = ({ slug, title, published }: (typeof named)[number]) => ({ slug, title, published });
  return {
    supersedes: named.filter((one) => one.id === own?.id).map(link),
    supersededBy: named.filter((one) => one.id !== own?.id).map(link),
  };
}
