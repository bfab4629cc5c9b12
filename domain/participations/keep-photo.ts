import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { lockEvent } from "@/domain/events/lock";
import { eraseFiles } from "@/domain/files/erase";
import { keepFile, type Sent } from "@/domain/files/keep";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { PhotoInput } from "./input";
import { eventOf, subjectOf } from "./step";

/**
 * Keeps a photograph of a participant, for the card at the door, or takes it away where none is sent; the one before is
 * erased. Refuses `not_found`, `not_allowed`, `stale`, and what `keepFile` refuses.
 */
export async function keepPhoto(actor: Actor, input: PhotoInput, sent: Sent | undefined, at = now()) {
  return db().transaction(async (tx) => {
    const { id: eventId } = await lockEvent(tx, await eventOf(tx, input.id));
    const [row] = await tx.select().from(participations).where(eq(participations.id, input.id)).for("update");
    if (!row) throw new Refusal("not_found");
    ensure(actor, "participation.change", subjectOf(row));
    if (row.revision !== input.revision) throw new Refusal("stale");
    const photoId = input.remove ? null : await keepFile(tx, "photo", eventId, sent, at);
    if (photoId) {
      const [kept] = await tx
        .select({ contentType: files.contentType })
        .from(files)
        .where(eq(files.id, photoId));
      if (!kept?.contentType.startsWith("image/")) throw new Refusal("file_type");
    }
    const revision = row.revision + 1;
    await tx
      .update(participations)
      .set({ photoId, revision, updatedAt: at })
      .where(eq(participations.id, row.id));
    if (row.photoId) await eraseFiles(tx, [row.photoId], at);
    await record(tx, actor, {
      action: "participation.change",
      subject: ["participation", row.id],
      eventId,
      at,
      details: { changed: ["photo"] },
    });
    return { revision };
  });
}
