import { and, asc, desc, eq, gt, inArray, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { amendments, statementCirculations, statementParties } from "@/db/schema/negotiations";
import { organisations } from "@/db/schema/organisations";
import { type Paragraph, statementRevisions, statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";

type Wanted = { statementId: string; revisionId: string; againstId?: string | undefined };
export type Viewed = Awaited<ReturnType<typeof viewAtDesk>>;

const head = {
  id: statementRevisions.id,
  locale: statementRevisions.locale,
  number: statementRevisions.number,
  title: statementRevisions.title,
  savedAt: statementRevisions.savedAt,
  savedByName: statementRevisions.savedByName,
  circulation: statementCirculations.number,
};

/** A revision to be looked at by those who write it, with every other it can be compared with. Refuses `not_found`. */
export async function viewForOrganizer(actor: Actor, wanted: Wanted) {
  ensure(actor, "statement.list");
  const heads = await db()
    .select(head)
    .from(statementRevisions)
    .leftJoin(statementCirculations, eq(statementCirculations.revisionId, statementRevisions.id))
    .where(eq(statementRevisions.statementId, wanted.statementId))
    .orderBy(desc(statementRevisions.number), statementRevisions.locale);
  return viewed(wanted, heads);
}

/**
 * The same for a party of the negotiation: only revisions that were sent round to it exist. Refuses `not_found` for
 * everybody whose organisation is none, whatever ids they name.
 */
export async function viewAtDesk(actor: Actor, wanted: Wanted) {
  const organisationId = actor.kind === "user" ? actor.organisationId : null;
  ensure(actor, "statement.negotiate", { organisationId });
  if (!organisationId) throw new Refusal("not_found");
  const heads = await db()
    .select(head)
    .from(statementRevisions)
    .innerJoin(statementCirculations, eq(statementCirculations.revisionId, statementRevisions.id))
    .innerJoin(
      statementParties,
      and(
        eq(statementParties.statementId, statementRevisions.statementId),
        eq(statementParties.organisationId, organisationId),
      ),
    )
    .where(eq(statementRevisions.statementId, wanted.statementId))
    .orderBy(desc(statementCirculations.number));
  return viewed(wanted, heads);
}

type Head = {
  [Column in keyof typeof head]: Column extends "circulation"
    ? number | null
    : (typeof head)[Column]["_"]["data"];
};

async function viewed({ statementId, revisionId, againstId }: Wanted, heads: Head[]) {
  const own = heads.find(({ id }) => id === revisionId);
  const other = heads.find(({ id }) => id === againstId);
  if (!own) throw new Refusal("not_found");
  const ids = [own.id, ...(other ? [other.id] : [])];
  const [[statement], texts, operations, open] = await Promise.all([
    db()
      .select({ authenticLocale: statements.authenticLocale, kind: statements.kind })
      .from(statements)
      .where(eq(statements.id, statementId)),
    db()
      .select({ id: statementRevisions.id, paragraphs: statementRevisions.paragraphs })
      .from(statementRevisions)
      .where(inArray(statementRevisions.id, ids)),
    other ? operationsBetween(statementId, other, own) : [],
    openAmendments(statementId),
  ]);
  if (!statement) throw new Refusal("not_found");
  const text = (id: string) => texts.find((one) => one.id === id)?.paragraphs ?? [];
  const revision = { ...own, paragraphs: text(own.id) };
  const against = other && { ...other, paragraphs: text(other.id) };
  return {
    statementId,
    authenticLocale: statement.authenticLocale,
    heads,
    revision,
    against,
    operations,
    amendments: own.locale === statement.authenticLocale ? open : [],
    names: await namesOf(revision.paragraphs),
  };
}

/** What was done to whole paragraphs from an earlier revision of a language to a later one, in order. */
async function operationsBetween(statementId: string, from: Head, to: Head) {
  if (from.locale !== to.locale) return [];
  const rows = await db()
    .select({ operations: statementRevisions.operations })
    .from(statementRevisions)
    .where(
      and(
        eq(statementRevisions.statementId, statementId),
        eq(statementRevisions.locale, to.locale),
        gt(statementRevisions.number, from.number),
        lte(statementRevisions.number, to.number),
      ),
    )
    .orderBy(asc(statementRevisions.number));
  return rows.flatMap((row) => row.operations);
}

/** The amendments that are to be decided, with whose they are. */
function openAmendments(statementId: string) {
  return db()
    .select({
      id: amendments.id,
      number: amendments.number,
      kind: amendments.kind,
      paragraphId: amendments.paragraphId,
      base: amendments.base,
      proposal: amendments.proposal,
      reason: amendments.reason,
      organisation: organisations.name,
    })
    .from(amendments)
    .innerJoin(organisations, eq(organisations.id, amendments.organisationId))
    .where(and(eq(amendments.statementId, statementId), eq(amendments.state, "open")))
    .orderBy(asc(amendments.number));
}

/** The names of whoever holds an option of a bracket. */
async function namesOf(paragraphs: readonly Paragraph[]) {
  const ids = [...new Set(paragraphs.flatMap(({ holders = [] }) => holders.flatMap(({ by }) => by)))];
  if (ids.length === 0) return [];
  return db()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids));
}
