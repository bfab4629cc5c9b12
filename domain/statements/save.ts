import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { type Paragraph, statementRevisions } from "@/db/schema/statements";
import { type Actor, actorId, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { hashOfText } from "./hash";
import type { TextInput } from "./input";
import { insertRevision } from "./insert-revision";
import { adoptionOf, latestRevision, lockStatement } from "./lock";

/**
 * Saves a text as a new revision on top of the one it was made on; nothing of earlier ones is touched. The paragraphs
 * keep their permanent ids, new ones are given theirs here. Refuses `stale` with their latest text where someone saved
 * meanwhile, `statement_adopted` for the authentic text of an adopted statement, `foreign_paragraph`.
 */
export async function save(actor: Actor, input: TextInput, at = now()) {
  return db().transaction(async (tx) => {
    const statement = await lockStatement(tx, input.id);
    ensure(actor, "statement.edit");
    const authentic = input.locale === statement.authenticLocale;
    if (authentic && (await adoptionOf(tx, input.id))) throw new Refusal("statement_adopted");
    const latest = await latestRevision(tx, input.id, input.locale);
    if ((latest?.id ?? null) !== input.basedOn) throw new Refusal("stale", {}, { theirs: latest });
    const paragraphs = await withIds(tx, input);
    const text = { title: input.title, paragraphs };
    if (latest && latest.hash === hashOfText(text) && latest.translationOfId === input.translationOf) {
      return { id: latest.id, number: latest.number, paragraphs };
    }
    const revision = await insertRevision(tx, {
      ...text,
      statementId: input.id,
      locale: input.locale,
      number: (latest?.number ?? 0) + 1,
      basedOnId: latest?.id ?? null,
      translationOfId: authentic ? null : await sourceOf(tx, input, statement.authenticLocale),
      note: input.note,
      savedAt: at,
      savedBy: actorId(actor),
      savedByName: actorName(actor),
    });
    await record(tx, actor, {
      action: "statement.edit",
      subject: ["statement", input.id],
      eventId: statement.eventId,
      at,
      details: { revision: revision.number, language: input.locale },
    });
    return { ...revision, paragraphs };
  });
}

/** Every id must be one this statement has had; each stands once; empty paragraphs fall away. */
async function withIds(tx: Transaction, { id, paragraphs }: TextInput): Promise<Paragraph[]> {
  const written = paragraphs.filter(({ text }) => text !== "");
  const ids = written.map((paragraph) => paragraph.id).filter((one) => one !== "");
  if (new Set(ids).size < ids.length) throw new Refusal("foreign_paragraph");
  if (ids.length > 0) {
    const rows = await tx
      .select({ paragraphs: statementRevisions.paragraphs })
      .from(statementRevisions)
      .where(eq(statementRevisions.statementId, id));
    const known = new Set(rows.flatMap((row) => row.paragraphs.map((paragraph) => paragraph.id)));
    if (ids.some((one) => !known.has(one))) throw new Refusal("foreign_paragraph");
  }
  return written.map((paragraph) => ({ ...paragraph, id: paragraph.id || randomUUID() }));
}

/** The authentic revision a translation was made of, which must be one of this statement's. */
async function sourceOf(
  tx: Transaction,
  { id, translationOf }: TextInput,
  authenticLocale: TextInput["locale"],
) {
  if (!translationOf) throw new Refusal("no_source");
  const [source] = await tx
    .select({ id: statementRevisions.id })
    .from(statementRevisions)
    .where(
      and(
        eq(statementRevisions.id, translationOf),
        eq(statementRevisions.statementId, id),
        eq(statementRevisions.locale, authenticLocale),
      ),
    );
  if (!source) throw new Refusal("no_source");
  return source.id;
}
