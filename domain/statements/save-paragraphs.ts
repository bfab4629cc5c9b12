import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { adoptions, type Paragraph, statementRevisions, type TextOperation } from "@/db/schema/statements";
import { Refusal } from "@/lib/refusal";
import { bracketsOf } from "./inline/rules";
import type { TextInput } from "./input";
import type { ParagraphInput } from "./text/input";

export type Written = Paragraph & { stillRight?: boolean };

/**
 * The paragraphs as they are kept, and what was done to whole ones. Every id must be one this statement has had, and
 * each stands once; new ones are given theirs; empty paragraphs fall away.
 */
export async function prepared(tx: Transaction, { id, paragraphs }: TextInput) {
  const written = paragraphs.filter(({ text }) => text !== "");
  const ids = written.map((paragraph) => paragraph.id).filter((one) => one !== "");
  if (new Set(ids).size < ids.length) throw new Refusal("foreign_paragraph");
  const named = written.flatMap(({ splitFrom, absorbed }) => [splitFrom ?? [], absorbed ?? []].flat());
  if (ids.length + named.length > 0) {
    const rows = await tx
      .select({ paragraphs: statementRevisions.paragraphs })
      .from(statementRevisions)
      .where(eq(statementRevisions.statementId, id));
    const known = new Set(rows.flatMap((row) => row.paragraphs.map((paragraph) => paragraph.id)));
    if ([...ids, ...named].some((one) => !known.has(one))) throw new Refusal("foreign_paragraph");
  }
  const identified = written.map((paragraph) => ({ ...paragraph, id: paragraph.id || randomUUID() }));
  const fresh = identified.filter((_, at) => written[at]?.id === "");
  return {
    paragraphs: identified.map(kept),
    operations: operationsOf(identified),
    /** What was given an id here, with what it was split from. */
    fresh: new Map(fresh.map(({ id: own, splitFrom }) => [own, splitFrom ?? ""])),
    noEffect: identified.filter(({ noEffect }) => noEffect).map((paragraph) => paragraph.id),
  };
}

/** Only what is so is kept: a level of operative paragraphs, holders of options that stand there. */
function kept({ id, kind, text, level, holders, cites, stillRight }: ParagraphInput): Written {
  const brackets = bracketsOf(text);
  const held = (holders ?? []).filter(
    ({ bracket, option, by }) =>
      by.length > 0 && brackets.some((one) => one.source === bracket && option < one.options.length),
  );
  return {
    id,
    kind,
    text,
    ...(kind === "operative" && level ? { level } : {}),
    ...(held.length > 0 ? { holders: held } : {}),
    ...(cites ? { cites } : {}),
    ...(stillRight ? { stillRight } : {}),
  };
}

function operationsOf(paragraphs: readonly ParagraphInput[]): TextOperation[] {
  const parts = new Map<string, string[]>();
  for (const { id, splitFrom } of paragraphs)
    if (splitFrom && splitFrom !== id) parts.set(splitFrom, [...(parts.get(splitFrom) ?? []), id]);
  const here = new Set(paragraphs.map(({ id }) => id));
  const splits = [...parts].map(
    ([paragraphId, into]): TextOperation => ({
      kind: "split",
      paragraphId,
      into: here.has(paragraphId) ? [paragraphId, ...into] : into,
    }),
  );
  const merges = paragraphs.flatMap(({ id, absorbed = [] }): TextOperation[] => {
    const gone = absorbed.filter((one) => !here.has(one));
    return gone.length > 0 ? [{ kind: "merge", paragraphIds: [id, ...gone], into: id }] : [];
  });
  return [...splits, ...merges];
}

/** What is cited must be a paragraph of an adopted text. Refuses `no_such_citation`. */
export async function ensureCited(tx: Transaction, paragraphs: readonly Paragraph[]) {
  const cited = paragraphs.flatMap(({ cites }) => cites ?? []);
  if (cited.length === 0) return;
  const rows = await tx
    .select({ statementId: adoptions.statementId, paragraphs: statementRevisions.paragraphs })
    .from(adoptions)
    .innerJoin(statementRevisions, eq(statementRevisions.id, adoptions.revisionId))
    .where(inArray(adoptions.statementId, [...new Set(cited.map(({ statementId }) => statementId))]));
  const known = new Set(
    rows.flatMap((row) => row.paragraphs.map((paragraph) => `${row.statementId} ${paragraph.id}`)),
  );
  if (cited.some(({ statementId, paragraphId }) => !known.has(`${statementId} ${paragraphId}`)))
    throw new Refusal("no_such_citation");
}
