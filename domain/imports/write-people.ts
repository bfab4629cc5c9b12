import crypto from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ParticipationState } from "@/db/enums";
import { delegations } from "@/db/schema/delegations";
import { participationLinks, participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import type { EventRow } from "@/domain/events/lock";
import { type Deed, recordAll } from "@/domain/history/record";
import type { News, ParticipationRow } from "@/domain/participations/said";
import { tell } from "@/domain/participations/tell";
import { violation } from "@/lib/refusal";
import { keepConsents } from "./consents";
import type { ImportRow } from "./lock";
import type { RowResult } from "./results";
import type { Remark } from "./rules";
import type { WeighedRow } from "./weigh-rows";

/** The occasion of it: the event, which is locked, and the import. */
type Occasion = { event: EventRow; job: ImportRow };

/** What the database may say no to although the weighing did not, and how the row's report puts it. */
const refusals: Record<string, Remark> = {
  participations_live_email: "email:taken",
  participations_external_key: "externalKey:taken",
  participations_one_head: "class:headTaken",
};

/**
 * Writes the people of some rows, all at once; where the database refuses one of them, each by itself, so that the
 * others go on. Answers what became of each row.
 */
export async function writePeople(
  tx: Transaction,
  actor: Actor,
  occasion: Occasion,
  rows: WeighedRow[],
  at: Date,
): Promise<RowResult[]> {
  const all = await attempt(tx, actor, occasion, rows, at);
  if (typeof all !== "string") return all;
  const results: RowResult[] = [];
  for (const row of rows) {
    const one = await attempt(tx, actor, occasion, [row], at);
    results.push(...(typeof one === "string" ? [refusedBy(one, row)] : one));
  }
  return results;
}

function refusedBy(constraint: string, { number, remarks, standing }: WeighedRow): RowResult {
  const said = refusals[constraint] ?? "row:refused";
  return { number, result: "error", remarks: [...remarks, said], participationId: standing?.id ?? null };
}

/** Writes in a savepoint; answers the constraint's name where the database refuses. */
async function attempt(
  tx: Transaction,
  actor: Actor,
  occasion: Occasion,
  rows: WeighedRow[],
  at: Date,
): Promise<RowResult[] | string> {
  try {
    return await tx.transaction((inner) => write(inner, actor, occasion, rows, at));
  } catch (error) {
    const no = violation(error);
    // Class 23: a constraint says no. Anything else is a fault of ours or of the connection.
    if (!no?.state.startsWith("23")) throw error;
    return no.constraint;
  }
}

async function write(
  tx: Transaction,
  actor: Actor,
  occasion: Occasion,
  rows: WeighedRow[],
  at: Date,
): Promise<RowResult[]> {
  const delegationIds = await delegationsOf(tx, occasion.event.id, rows, at);
  await writeChanges(tx, rows, delegationIds, at);
  const added = await writeNew(tx, occasion, rows, delegationIds, at);
  await keepConsents(tx, occasion.job, consentsOf(rows, added), at);
  await recordAll(tx, actor, deedsOf(rows, added, at));
  if (occasion.job.mails && occasion.event.announcedAt && occasion.event.announcedAt <= at)
    for (const row of added.values()) {
      const said = news[row.state];
      if (said) await tell(tx, said, row, occasion.event);
    }
  return rows.map(({ number, result, remarks, standing }) => ({
    number,
    result,
    remarks,
    participationId: added.get(number)?.id ?? standing?.id ?? null,
  }));
}

/**
 * One deed of the event stands for them all; each of these belongs to its own participation only, or the event's history
 * would hold nothing else.
 */
function deedsOf(rows: WeighedRow[], added: Map<number, ParticipationRow>, at: Date): Deed[] {
  return rows.flatMap(({ number, standing, change }): Deed[] => {
    const row = added.get(number);
    const id = row?.id ?? (change && standing?.id);
    const details = row ? { to: row.state } : { changed: Object.keys(change ?? {}) };
    return id ? [{ action: "participation.import", subject: ["participation", id], at, details }] : [];
  });
}

/** What somebody new is told, where mails are wanted; nothing of what the secretariat keeps to itself. */
const news: Partial<Record<ParticipationState, News>> = {
  nominated: "nominated",
  submitted: "submitted",
  approved: "approved",
  waitlisted: "waitlisted",
};

/** The delegations these rows belong to, by organisation; begun where there are none. */
async function delegationsOf(
  tx: Transaction,
  eventId: string,
  rows: WeighedRow[],
  at: Date,
): Promise<Map<string, string>> {
  const wanted = [...new Set(rows.flatMap(({ add, change }) => (add ?? change)?.delegationOf ?? []))];
  if (wanted.length === 0) return new Map();
  await tx
    .insert(delegations)
    .values(wanted.map((organisationId) => ({ eventId, organisationId, createdAt: at })))
    .onConflictDoNothing();
  const found = await tx
    .select({ id: delegations.id, organisationId: delegations.organisationId })
    .from(delegations)
    .where(sql`${eq(delegations.eventId, eventId)} and ${inArray(delegations.organisationId, wanted)}`);
  return new Map(found.map(({ id, organisationId }) => [organisationId, id]));
}

async function writeNew(
  tx: Transaction,
  { event }: Occasion,
  rows: WeighedRow[],
  delegationIds: Map<string, string>,
  at: Date,
): Promise<Map<number, ParticipationRow>> {
  const fresh = rows.flatMap(({ number, add }) => (add ? [{ number, add, id: crypto.randomUUID() }] : []));
  if (fresh.length === 0) return new Map();
  const written = await tx
    .insert(participations)
    .values(
      fresh.map(({ id, add: { delegationOf, listed, ...person } }) => ({
        ...person,
        id,
        eventId: event.id,
        delegationId: delegationOf === null ? null : delegationIds.get(delegationOf),
        listingConsentedAt: listed ? at : null,
        source: "import" as const,
        stateAt: at,
        createdAt: at,
        updatedAt: at,
      })),
    )
    .returning();
  const byId = new Map(written.map((row) => [row.id, row]));
  return new Map(
    fresh.flatMap(({ number, id }) => {
      const row = byId.get(id);
      return row ? [[number, row] as const] : [];
    }),
  );
}

/** Before those who are new: whoever makes room for a new head does it first. */
async function writeChanges(
  tx: Transaction,
  rows: WeighedRow[],
  delegationIds: Map<string, string>,
  at: Date,
) {
  const changes = rows.flatMap(({ standing, change }) => (standing && change ? [{ standing, change }] : []));
  await Promise.all(
    changes.map(({ standing, change: { delegationOf, listed, ...change } }) =>
      tx
        .update(participations)
        .set({
          ...change,
          ...(delegationOf ? { delegationId: delegationIds.get(delegationOf) } : {}),
          ...(listed === undefined ? {} : { listingConsentedAt: listed ? at : null }),
          revision: standing.revision + 1,
          updatedAt: at,
        })
        .where(eq(participations.id, standing.id)),
    ),
  );
  // The links in the mails to an earlier address would open the registration to whoever reads it there.
  const moved = changes.filter(({ change }) => change.email !== undefined).map(({ standing }) => standing.id);
  if (moved.length > 0)
    await tx.delete(participationLinks).where(inArray(participationLinks.participationId, moved));
}

function consentsOf(rows: WeighedRow[], added: Map<number, ParticipationRow>) {
  return rows.flatMap(({ number, add, change, standing }) => {
    const row = added.get(number);
    if (add?.listed && row) return [{ participationId: row.id, given: true, locale: row.locale }];
    if (change?.listed === undefined || !standing) return [];
    return [{ participationId: standing.id, given: change.listed, locale: standing.locale }];
  });
}
