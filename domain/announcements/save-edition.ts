import { and, desc, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { announcementRevisions } from "@/db/schema/announcements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { ensureOpen } from "@/domain/periods/ensure-open";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { bare, paired, placed } from "./blocks/rules";
import type { EditionInput } from "./input";
import { insertEdition, withIds } from "./insert-edition";
import { headsOf, latestEdition, lockAnnouncement } from "./lock";
import { storedBody } from "./text/input";
import type { EditionText } from "./text/rules";
import { marksOf, rawMarks } from "./translation/marks";
import { keptMarks, type Marks, marksWhenSaved } from "./translation/rules";

type Revision = typeof announcementRevisions.$inferSelect;

/**
 * Saves one language's text as a new revision on top of the one it was made on; what is published stays as it is until
 * the new one is published too. A translation remembers of which words of the original each of its parts was made.
 * What is kept while somebody writes is marked as such, and nothing is written where nothing changed. Refuses `stale`
 * with their text where someone saved meanwhile, `no_source`, `no_such_media`, and `period_closed` what was public in a
 * period that is over, except to administrators.
 */
export async function saveEdition(actor: Actor, input: EditionInput, at = now()) {
  return db().transaction(async (tx) => {
    const announcement = await lockAnnouncement(tx, input.id);
    ensure(actor, "announcement.edit");
    await ensureOpen(tx, actor, input.id, at);
    const latest = await latestEdition(tx, input.id, input.locale);
    if ((latest?.id ?? null) !== input.basedOn) throw new Refusal("stale", {}, { theirs: latest });
    const { original } = await headsOf(tx, input.id);
    const source = original && original !== input.locale ? await sourceOf(tx, input, original) : undefined;
    const text = textOf(input, source);
    const translatedFrom = source
      ? translatedMarks(source, latest, text, input.stillRight)
      : await originalMarks(tx, latest, text, input.noEffect);
    const saved = { ...text, translationOfId: source?.id ?? null, translatedFrom };
    const named = input.automatic || !latest?.automatic;
    if (latest && named && isSame(latest, saved)) return { id: latest.id, number: latest.number };
    const edition = {
      ...saved,
      announcementId: input.id,
      locale: input.locale,
      number: (latest?.number ?? 0) + 1,
      basedOnId: latest?.id ?? null,
      automatic: input.automatic,
    };
    const revision = await insertEdition(tx, actor, edition, at);
    if (input.automatic) return revision;
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

/** The revision of the original a translation is made of. */
async function sourceOf(tx: Transaction, { id, translationOf }: EditionInput, original: Revision["locale"]) {
  const of = [eq(announcementRevisions.announcementId, id), eq(announcementRevisions.locale, original)];
  const [source] = await tx
    .select()
    .from(announcementRevisions)
    .where(and(...of, eq(announcementRevisions.id, translationOf ?? id)));
  if (!source) throw new Refusal("no_source");
  return { ...source, body: placed(storedBody(source.body)) };
}

function textOf(input: EditionInput, source: { body: EditionText["body"] } | undefined): EditionText {
  const { title, lead, body, dateline, pressContact, authors, cover } = input;
  const text = withIds({ title, lead, body, dateline, pressContact, authors, cover });
  return source ? { ...text, body: paired(source.body, text.body) } : text;
}

function translatedMarks(
  source: Awaited<ReturnType<typeof sourceOf>>,
  latest: Revision | undefined,
  text: EditionText,
  stillRight: readonly string[],
): Marks {
  const before = latest && { ...latest, body: paired(source.body, storedBody(latest.body)) };
  return marksWhenSaved({ id: source.id, marks: marksOf(source) }, before, text, stillRight);
}

/** Under which marks the parts of an original go on: see `keptMarks`. */
async function originalMarks(
  tx: Transaction,
  latest: Revision | undefined,
  text: EditionText,
  noEffect: boolean,
): Promise<Marks> {
  if (!latest) return {};
  const { announcementId, locale } = latest;
  const [deliberate] = await tx
    .select()
    .from(announcementRevisions)
    .where(
      and(
        eq(announcementRevisions.announcementId, announcementId),
        eq(announcementRevisions.locale, locale),
        eq(announcementRevisions.automatic, false),
      ),
    )
    .orderBy(desc(announcementRevisions.number))
    .limit(1);
  const before = [latest, deliberate ?? latest].map((row) => ({
    raw: rawMarks({ ...row, body: placed(storedBody(row.body)) }),
    kept: row.translatedFrom,
  }));
  return keptMarks(rawMarks(text), before, noEffect);
}

type Saved = Omit<Partial<Revision>, "body"> & { body: unknown };

/** Whether two texts say the same to everybody, whatever their blocks are known by. */
function isSame(one: Saved, other: Saved) {
  const canonical = (text: Saved) =>
    JSON.stringify([
      text.title,
      text.lead,
      storedBody(text.body).content.map(bare),
      text.dateline,
      text.pressContact,
      text.authors,
      text.cover && [text.cover.mediaId, text.cover.alt, text.cover.credit],
      Object.entries(text.translatedFrom ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  return canonical(one) === canonical(other);
}
