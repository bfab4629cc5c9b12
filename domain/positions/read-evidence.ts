import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { positions, statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { contentOf, stored } from "@/domain/files/content";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";

/**
 * The file that proves a position, for organizers and for the focal point of its organisation; that it was read is
 * noted. Refuses `not_found` where there is none.
 */
export async function readEvidence(
  actor: Actor,
  { id, positionId }: { id: string; positionId: string },
  at = now(),
) {
  const read = await db().transaction(async (tx) => {
    const [row] = await tx
      .select({
        organisationId: positions.organisationId,
        eventId: statements.eventId,
        name: files.name,
        contentType: files.contentType,
        ...stored,
      })
      .from(positions)
      .innerJoin(statements, eq(statements.id, positions.statementId))
      .innerJoin(files, eq(files.id, positions.evidenceId))
      .where(and(eq(positions.id, positionId), eq(positions.statementId, id)));
    if (!row || row.erasedAt) throw new Refusal("not_found");
    ensure(actor, "position.read-evidence", row);
    await record(tx, actor, {
      action: "position.read-evidence",
      subject: ["statement", id],
      eventId: row.eventId,
      at,
    });
    return row;
  });
  const content = await contentOf(read);
  if (!content) throw new Refusal("not_found");
  return { name: read.name, contentType: read.contentType, content };
}
