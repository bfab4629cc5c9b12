import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { PositionKind } from "@/db/enums";
import { positions, statementRevisions } from "@/db/schema/statements";
import { keepSeen, lookAt, type Seen, type Sent } from "@/domain/files/keep";
import { evidenceTypes } from "@/domain/files/rules";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { adoptionOf } from "@/domain/statements/lock";
import { Refusal } from "@/lib/refusal";
import { dayIn } from "@/lib/time";
import { overlaps, partsOf } from "./rules";

/** What an organisation says, wherever it is said. */
export type Said = {
  organisationId: string;
  kind: PositionKind;
  givenOn: string;
  authority: string;
  text: string;
  paragraphIds: string[];
};

/**
 * Refuses what no position may be: `not_adopted`, `before_adoption`, `day_in_the_future`, `foreign_paragraph`,
 * `organisation_under_embargo` (the public list would name a member that nobody knows of yet).
 */
export async function ensureSayable(tx: Transaction, statementId: string, said: Said, at: Date) {
  const adoption = await adoptionOf(tx, statementId);
  if (!adoption) throw new Refusal("not_adopted");
  if (said.givenOn < dayIn(adoption.adoptedAt, adoption.zone)) throw new Refusal("before_adoption");
  ensureNotAhead(said.givenOn, at);
  const [text] = await tx
    .select({ paragraphs: statementRevisions.paragraphs })
    .from(statementRevisions)
    .where(eq(statementRevisions.id, adoption.revisionId));
  const known = new Set(text?.paragraphs.map((paragraph) => paragraph.id));
  if (said.paragraphIds.some((id) => !known.has(id))) throw new Refusal("foreign_paragraph");
  const hidden = await organisationsUnderEmbargo(tx, at);
  if (hidden.has(said.organisationId)) throw new Refusal("organisation_under_embargo");
}

/** Refuses `day_in_the_future` for a day that has begun nowhere on earth. */
export function ensureNotAhead(day: string, at: Date) {
  if (day > dayIn(at, "Pacific/Kiritimati")) throw new Refusal("day_in_the_future");
}

/** The positions of an organisation on a statement: the live one, the one that waits, and those that have ended. */
export async function positionsOfOne(tx: Transaction, statementId: string, organisationId: string) {
  const rows = await tx
    .select()
    .from(positions)
    .where(and(eq(positions.statementId, statementId), eq(positions.organisationId, organisationId)));
  const open = rows.filter((row) => row.withdrawnOn === null);
  return {
    live: open.find((row) => row.verifiedAt !== null),
    pending: open.find((row) => row.verifiedAt === null),
    ended: rows.filter((row) => row.withdrawnOn !== null && row.verifiedAt !== null),
  };
}

type OfOne = Awaited<ReturnType<typeof positionsOfOne>>;

/**
 * Ends the live position of an organisation on the day the next one is given. Refuses `position_overlaps` where the
 * next one would stand beside an earlier one, or reach back before the one it takes the place of.
 */
export async function makeWay(tx: Transaction, { live, ended }: OfOne, givenOn: string) {
  if (ended.some((one) => overlaps(one, givenOn))) throw new Refusal("position_overlaps");
  if (!live) return;
  if (givenOn < live.givenOn) throw new Refusal("position_overlaps");
  await endPosition(tx, live.id, givenOn);
}

/** Ends a position on a day. */
export async function endPosition(tx: Transaction, id: string, withdrawnOn: string) {
  await tx.update(positions).set({ withdrawnOn }).where(eq(positions.id, id));
}

/** The words and paragraphs a kind has; what belongs to another kind falls away. */
export function ofItsKind(said: Said): Said {
  const parts = partsOf[said.kind];
  return {
    ...said,
    text: parts.text === "none" ? "" : said.text,
    paragraphIds: parts.paragraphs ? said.paragraphIds : [],
  };
}

/** Looks at the evidence that was sent, where some was. Refuses `file_too_large`, `evidence_type`. */
export async function seenEvidence(file: Sent | undefined): Promise<Seen | undefined> {
  if (!file || file.size === 0) return undefined;
  return lookAt(file, evidenceTypes).catch((error) => {
    if (error instanceof Refusal && error.code === "file_type") throw new Refusal("evidence_type");
    throw error;
  });
}

/** Keeps the evidence, for the secretariat's eyes and those of the organisation whose it is. */
export async function keepEvidence(
  tx: Transaction,
  seen: Seen | undefined,
  eventId: string | null,
  at: Date,
): Promise<string | null> {
  return seen ? keepSeen(tx, "evidence", eventId, seen, at) : null;
}

/** What the database may say no to when a position is written. */
export const positionConstraints = {
  positions_live: "endorsed_already",
  positions_pending: "endorsed_already",
  positions_organisation_id_organisations_id_fk: "no_such_organisation",
};
