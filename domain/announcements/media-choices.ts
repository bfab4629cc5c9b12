import { desc, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { media } from "@/db/schema/media";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** What of the library can be put into a text, latest first. */
export async function mediaChoices(actor: Actor) {
  ensure(actor, "announcement.list");
  return db()
    .select({
      id: media.id,
      kind: media.kind,
      name: media.name,
      alt: media.alt,
      credit: media.credit,
      width: media.width,
      height: media.height,
    })
    .from(media)
    .where(isNull(media.removedAt))
    .orderBy(desc(media.createdAt), media.id);
}
