import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { announcementRevisions } from "@/db/schema/announcements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { RestoreInput } from "./input";
import { insertEdition } from "./insert-edition";
import { latestEdition, lockAnnouncement } from "./lock";
import { storedBody } from "./text/input";

/**
 * Makes an old revision of one language the draft again: a new revision with its words. Nothing is published by it.
 * Refuses `stale` with theirs where someone saved meanwhile, `not_found`, `latest_already`.
 */
export async function restore(actor: Actor, { id, locale, revisionId, basedOn }: RestoreInput, at = now()) {
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, id);
    ensure(actor, "announcement.edit");
    const latest = await latestEdition(tx, id, locale);
    if ((latest?.id ?? null) !== basedOn) throw new Refusal("stale", {}, { theirs: latest });
    if (latest?.id === revisionId) throw new Refusal("latest_already");
    const its = [eq(announcementRevisions.announcementId, id), eq(announcementRevisions.locale, locale)];
    const [old] = await tx
      .select()
      .from(announcementRevisions)
      .where(and(...its, eq(announcementRevisions.id, revisionId)));
    if (!old) throw new Refusal("not_found");
    const { title, lead, body, dateline, pressContact, authors, cover } = old;
    const { translationOfId, translatedFrom } = old;
    const text = { title, lead, body: storedBody(body), dateline, pressContact, authors, cover };
    const revision = await insertEdition(
      tx,
      actor,
      {
        ...text,
        translationOfId,
        translatedFrom,
        announcementId: id,
        locale,
        number: (latest?.number ?? 0) + 1,
        basedOnId: latest?.id ?? null,
      },
      at,
    );
    await record(tx, actor, {
      action: "announcement.edit",
      subject: ["announcement", id],
      eventId: announcement.eventId,
      at,
      details: { revision: revision.number, language: locale, restored: old.number },
    });
    return revision;
  });
}
