import crypto from "node:crypto";
import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementMedia } from "@/db/schema/announcement-publishing";
import { announcementRevisions } from "@/db/schema/announcements";
import { media } from "@/db/schema/media";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { Refusal } from "@/lib/refusal";
import { identified } from "./blocks/rules";
import { type EditionText, mediaIn } from "./text/rules";
import type { Marks } from "./translation/rules";

type NewEdition = EditionText & {
  announcementId: string;
  locale: Locale;
  number: number;
  basedOnId: string | null;
  translationOfId: string | null;
  translatedFrom?: Marks;
  automatic?: boolean;
};

/** The same text with an id on every block that has none yet. */
export const withIds = <T extends Pick<EditionText, "body">>(text: T): T => ({
  ...text,
  body: identified(text.body, () => crypto.randomUUID().slice(0, 8)),
});

/**
 * Writes one language's text as its next immutable revision, with which pictures and files it shows: through it they
 * are public, or not. Refuses `no_such_media`.
 */
export async function insertEdition(tx: Transaction, actor: Actor, edition: NewEdition, at: Date) {
  const text = withIds(edition);
  const shown = mediaIn(text.body, text.cover);
  if (shown.length > 0) {
    const there = and(inArray(media.id, shown), isNull(media.removedAt));
    const known = await tx.select({ id: media.id }).from(media).where(there).for("share");
    if (known.length < shown.length) throw new Refusal("no_such_media");
  }
  const [row] = await tx
    .insert(announcementRevisions)
    .values({ ...text, savedAt: at, savedBy: actorId(actor), savedByName: actorName(actor) })
    .returning({ id: announcementRevisions.id, number: announcementRevisions.number });
  if (!row) throw new Refusal("not_found");
  if (shown.length > 0)
    await tx.insert(announcementMedia).values(shown.map((mediaId) => ({ revisionId: row.id, mediaId })));
  return row;
}
