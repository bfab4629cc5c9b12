import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { credentials, delegations } from "@/db/schema/delegations";
import { files } from "@/db/schema/files";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { seenBy } from "@/domain/delegations/seen";
import { contentOf, stored } from "@/domain/files/content";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";

/**
 * The file of a credentials letter of an event, for its own organisation and for those who keep the delegations; that
 * it was read is noted. Refuses `not_found` for the letter of another organisation, and where it has been erased.
 */
export async function readCredentials(
  actor: Actor,
  { id, eventId }: { id: string; eventId: string },
  at = now(),
) {
  const read = await db().transaction(async (tx) => {
    const [row] = await tx
      .select({
        delegationId: delegations.id,
        organisationId: delegations.organisationId,
        name: files.name,
        contentType: files.contentType,
        ...stored,
      })
      .from(credentials)
      .innerJoin(delegations, eq(delegations.id, credentials.delegationId))
      .innerJoin(files, eq(files.id, credentials.fileId))
      .where(and(eq(credentials.id, id), eq(delegations.eventId, eventId), seenBy(actor)));
    if (!row || row.erasedAt) throw new Refusal("not_found");
    ensure(actor, "credentials.read", row);
    await record(tx, actor, {
      action: "credentials.read",
      subject: ["delegation", row.delegationId],
      eventId,
      at,
    });
    return row;
  });
  const content = await contentOf(read);
  if (!content) throw new Refusal("not_found");
  return { name: read.name, contentType: read.contentType, content };
}
