import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { announcementRevisions } from "@/db/schema/announcements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { ensureOpen } from "@/domain/periods/ensure-open";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditionInput } from "./input";
import { insertEdition } from "./insert-edition";
import { headsOf, latestEdition, lockAnnouncement } from "./lock";
import { storedBody } from "./text/input";

/**
 * Saves one language's text as a new revision on top of the one it was made on; what is published stays as it is until
 * the new one is published too. Refuses `stale` with their text where someone saved meanwhile, `no_source`, and
 * `period_closed` what was public in a period that is over, except to administrators.
 */
export async function saveEdition(actor: Actor, input: EditionInput, at = now()) {
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, input.id);
    ensure(actor, "announcement.edit");
    await ensureOpen(tx, actor, input.id, at);
    const latest = await latestEdition(tx, input.id, input.locale);
    if ((latest?.id ?? null) !== input.basedOn) throw new Refusal("stale", {}, { theirs: latest });
    const translationOfId = await sourceOf(tx, input);
    const { title, lead, body } = input;
    const text = { title, lead, body };
    if (latest && isSame(latest, { ...text, translationOfId }))
      return { id: latest.id, number: latest.number };
    const edition = {
      ...text,
      translationOfId,
      announcementId: input.id,
      locale: input.locale,
      number: (latest?.number ?? 0) + 1,
      basedOnId: latest?.id ?? null,
    };
    const revision = await insertEdition(tx, actor, edition, at);
    await record(tx, actor, {
      action: "announcement.edit",
      subject: ["announcement", input.id],
      eventId: announcement.eventId,
      at,
      details: { revision: revision.number, language: input.locale },
    });
    return revision;
  });
}

type Text = { title: string; lead: string; body: unknown; translationOfId: string | null };

function isSame(one: Text, other: Text) {
  const canonical = ({ title, lead, body, translationOfId }: Text) =>
    JSON.stringify([title, lead, storedBody(body), translationOfId]);
  return canonical(one) === canonical(other);
}

/** The revision of the original a translation is made of; the original itself has none. */
async function sourceOf(tx: Transaction, { id, locale, translationOf }: EditionInput) {
  const { original } = await headsOf(tx, id);
  if (!original || original === locale) return null;
  const of = [eq(announcementRevisions.announcementId, id), eq(announcementRevisions.locale, original)];
  const [source] = await tx
    .select({ id: announcementRevisions.id })
    .from(announcementRevisions)
    .where(and(...of, eq(announcementRevisions.id, translationOf ?? id)));
  if (!source) throw new Refusal("no_source");
  return source.id;
}
