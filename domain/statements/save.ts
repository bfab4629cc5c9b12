import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { statementRevisions } from "@/db/schema/statements";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { TextInput } from "./input";
import { insertRevision } from "./insert-revision";
import { adoptionOf, latestRevision, lockStatement } from "./lock";
import { type Merged, merge, same } from "./merge/rules";
import { ensureCited, prepared, type Written } from "./save-paragraphs";
import { arranged, withSources } from "./translation/rules";
import { sourceOf } from "./translation/source-of";

/**
 * Saves a text as a new revision; nothing of earlier ones is touched. Where somebody saved since the revision it was
 * made on, both are merged on top of the latest, and the answer says with whom. The paragraphs keep their permanent ids,
 * new ones are given theirs here. Refuses `stale` with the conflicts where both cannot be, `statement_adopted` and
 * `text_locked` for an authentic text that does not change any more or now, `foreign_paragraph`, `no_such_citation`.
 */
export async function save(actor: Actor, input: TextInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    ensure(actor, "statement.edit");
    const authentic = input.locale === statement.authenticLocale;
    if (authentic && (await adoptionOf(tx, input.id))) throw new Refusal("statement_adopted");
    const latest = await latestRevision(tx, input.id, input.locale);
    const source = authentic ? undefined : await sourceOf(tx, statement, input.translationOf, latest);
    const base = latest && latest.id !== input.basedOn ? await baseOf(tx, input) : latest;
    const { paragraphs: written, operations, noEffect, fresh } = await prepared(tx, input);
    const mine = {
      title: input.title,
      paragraphs: source ? withSources(written, base, input.translationOf ?? source.id) : written,
    };
    const before = latest ?? { title: "", paragraphs: [] };
    const together = merge(base ?? { title: "", paragraphs: [] }, before, mine);
    if (together.conflicts.length > 0 || together.titleConflict)
      throw new Refusal("stale", {}, conflicting(latest, together, fresh));
    const text = source
      ? { ...together.merged, paragraphs: arranged(together.merged.paragraphs, source.paragraphs) }
      : together.merged;
    if (
      latest &&
      same(text, { title: latest.title, paragraphs: latest.paragraphs }) &&
      latest.translationOfId === (source?.id ?? null)
    )
      return { id: latest.id, number: latest.number, ...text, mergedWith: null };
    if (authentic) await ensureCited(tx, text.paragraphs);
    const revision = await insertRevision(tx, {
      ...text,
      statementId: input.id,
      locale: input.locale,
      number: (latest?.number ?? 0) + 1,
      basedOnId: latest?.id ?? null,
      translationOfId: source?.id ?? null,
      operations,
      noEffectOn: authentic ? noEffect.filter((id) => changed(id, before.paragraphs, text.paragraphs)) : [],
      note: input.note,
      savedAt: at,
      savedBy: actorId(actor),
      savedByName: actorName(actor),
    });
    const mergedWith =
      latest && base?.id !== latest.id ? { number: latest.number, name: latest.savedByName } : null;
    await record(tx, actor, {
      action: "statement.edit",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      details: {
        revision: revision.number,
        language: input.locale,
        ...(mergedWith && { merged: mergedWith.number }),
      },
    });
    return { ...revision, ...text, mergedWith };
  });
}

/** What a form needs to go on with: all that could be merged, and the conflicts. What has no id yet has none there. */
function conflicting(
  latest: Awaited<ReturnType<typeof latestRevision>>,
  { merged, conflicts, titleConflict }: Merged<Written>,
  fresh: ReadonlyMap<string, string>,
) {
  const paragraphs = merged.paragraphs.map((one) =>
    fresh.has(one.id) ? { ...one, id: "", splitFrom: fresh.get(one.id) } : one,
  );
  return {
    theirs: { title: latest?.title },
    latest: latest && { id: latest.id, number: latest.number, savedByName: latest.savedByName },
    merged: { title: titleConflict ? titleConflict.mine : merged.title, paragraphs },
    conflicts,
    titleConflict,
  };
}

/** The revision a late save was made on; one that is not of this text is as good as none. */
async function baseOf(tx: Transaction, { id, locale, basedOn }: TextInput) {
  if (!basedOn) return undefined;
  const [base] = await tx
    .select()
    .from(statementRevisions)
    .where(
      and(
        eq(statementRevisions.id, basedOn),
        eq(statementRevisions.statementId, id),
        eq(statementRevisions.locale, locale),
      ),
    );
  return base;
}

type Worded = readonly { id: string; text: string }[];

const changed = (id: string, before: Worded, after: Worded) => {
  const was = before.find((one) => one.id === id);
  return was !== undefined && after.some((one) => one.id === id && one.text !== was.text);
};
