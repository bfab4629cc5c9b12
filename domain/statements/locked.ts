import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { procedures } from "@/db/schema/procedures";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** The procedure that decides a statement at the moment and holds its text, with its deadline. */
export async function lockedBy(actor: Actor, statementId: string) {
  ensure(actor, "statement.list");
  const [open] = await db()
    .select({ kind: procedures.kind, deadline: procedures.deadline, zone: procedures.zone })
    .from(procedures)
    .where(and(eq(procedures.statementId, statementId), eq(procedures.state, "open")));
  return open;
}
