import { and, desc, eq, gt } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { participationExports } from "@/db/schema/imports";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { type Actor, actorId } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { chosenBy, type ParticipationFilter } from "./queries";

/** What is asked of an export beside the filter: only what has changed since the same person's last one. */
type ExportOptions = { sinceLast?: boolean };

/**
 * A change that is being written while an export is taken bears an earlier time than the export: so much is looked at
 * twice, so that nothing is looked at never.
 */
const overlapMs = 60_000;

/**
 * Everyone whom a filter names, as they are, for a file; their needs only for those who may read them. The export is
 * noted in the event's history, and kept, so that the next can be of what has changed since. Refuses `not_found`.
 */
export async function exportParticipations(
  actor: Actor,
  eventId: string,
  filter: ParticipationFilter,
  at = now(),
  { sinceLast = false }: ExportOptions = {},
) {
  ensure(actor, "participation.export");
  return db().transaction(async (tx) => {
    const [event] = await tx.select({ id: events.id }).from(events).where(eq(events.id, eventId));
    if (!event) throw new Refusal("not_found");
    const last = sinceLast ? await lastExport(tx, actor, eventId) : undefined;
    const since = last && new Date(last.getTime() - overlapMs);
    const rows = await tx
      .select(columns)
      .from(participations)
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(and(chosenBy(actor, eventId, filter), since && gt(participations.updatedAt, since)))
      .orderBy(participations.arrival);
    const userId = actorId(actor);
    if (userId) await tx.insert(participationExports).values({ eventId, userId, at, rows: rows.length });
    const details = { rows: rows.length };
    await record(tx, actor, {
      action: "participation.export",
      subject: ["event", eventId],
      eventId,
      at,
      details,
    });
    if (can(actor, "participation.read-needs")) return rows;
    return rows.map((row) => ({ ...row, accessNeeds: "", dietaryNeeds: "" }));
  });
}

const columns = {
  id: participations.id,
  delegationId: participations.delegationId,
  organisationId: participations.organisationId,
  externalKey: participations.externalKey,
  name: participations.name,
  familyName: participations.familyName,
  courtesyTitle: participations.courtesyTitle,
  email: participations.email,
  functionalTitle: participations.functionalTitle,
  /** In every language it has, where it is one we know; else as it was written by hand. */
  organisation: organisations.name,
  organisationName: participations.organisationName,
  class: participations.class,
  level: participations.level,
  state: participations.state,
  stateReason: participations.stateReason,
  seatPool: participations.seatPool,
  accessNeeds: participations.accessNeeds,
  dietaryNeeds: participations.dietaryNeeds,
  tags: participations.tags,
  listingConsentedAt: participations.listingConsentedAt,
  locale: participations.locale,
  source: participations.source,
  createdAt: participations.createdAt,
  updatedAt: participations.updatedAt,
};

async function lastExport(tx: Transaction, actor: Actor, eventId: string): Promise<Date | undefined> {
  const userId = actorId(actor);
  if (!userId) return undefined;
  const [last] = await tx
    .select({ at: participationExports.at })
    .from(participationExports)
    .where(and(eq(participationExports.eventId, eventId), eq(participationExports.userId, userId)))
    .orderBy(desc(participationExports.at))
    .limit(1);
  return last?.at;
}
