import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { PositionKind } from "@/db/enums";
import { endorsementRequests } from "@/db/schema/statement-publishing";
import { counts } from "./rules";
import { tellFocalPoints } from "./tell";

type Statement = { id: string; eventId: string | null };
type Position = { id: string; organisationId: string; kind: PositionKind };

/** Thanks for an endorsement that is now public, and notes it where it was asked for. */
export async function thank(tx: Transaction, statement: Statement, position: Position, at: Date) {
  if (!counts(position.kind)) return;
  await tx
    .update(endorsementRequests)
    .set({ thankedAt: at })
    .where(
      and(
        eq(endorsementRequests.statementId, statement.id),
        eq(endorsementRequests.organisationId, position.organisationId),
      ),
    );
  await tellFocalPoints(tx, "thanked", statement, [position.organisationId], {
    turn: position.id,
    at,
  });
}
