import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { speakerSwaps, speakers, speakersLists, speakersVersions } from "@/db/schema/speakers";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { liveStates } from "@/domain/participations/rules";
import { inOrder } from "./order";

const columns = {
  id: speakers.id,
  itemId: speakers.itemId,
  organisationId: speakers.organisationId,
  organisation: organisations.name,
  country: organisations.country,
  participationId: speakers.participationId,
  name: participations.name,
  courtesyTitle: participations.courtesyTitle,
  onBehalfOf: speakers.onBehalfOf,
  class: speakers.class,
  state: speakers.state,
  inscribedAt: speakers.inscribedAt,
  slotClass: speakers.slotClass,
  slotAt: speakers.slotAt,
  slotNumber: speakers.slotNumber,
  pinnedTo: speakers.pinnedTo,
  pinReason: speakers.pinReason,
  calledAt: speakers.calledAt,
  absentAt: speakers.absentAt,
  limitSeconds: speakers.limitSeconds,
  startedAt: speakers.startedAt,
  runningSince: speakers.runningSince,
  usedMs: speakers.usedMs,
  endedAt: speakers.endedAt,
  speechId: speakers.speechId,
  revision: speakers.revision,
};

/** The lists of some items, each with everyone on it in order. In two statements, however many they are. */
export async function listsOf(itemIds: readonly string[]) {
  if (itemIds.length === 0) return [];
  const [lists, rows] = await Promise.all([
    db()
      .select()
      .from(speakersLists)
      .where(inArray(speakersLists.itemId, [...itemIds])),
    db()
      .select(columns)
      .from(speakers)
      .innerJoin(organisations, eq(organisations.id, speakers.organisationId))
      .leftJoin(participations, eq(participations.id, speakers.participationId))
      .where(inArray(speakers.itemId, [...itemIds])),
  ]);
  return lists.map((list) => ({
    ...list,
    speakers: inOrder(rows.filter((row) => row.itemId === list.itemId)),
  }));
}

export type SpeakersList = Awaited<ReturnType<typeof listsOf>>[number];

/** The speakers' lists of an event for those who run them. */
export async function listsOfEvent(actor: Actor, eventId: string) {
  ensure(actor, "speakers.open");
  const rows = await db()
    .select({ itemId: speakersLists.itemId })
    .from(speakersLists)
    .where(eq(speakersLists.eventId, eventId));
  return listsOf(rows.map((row) => row.itemId));
}

/** The list of an item for those who run it, with its open swaps and dated versions; nothing where none was opened. */
export async function listOf(actor: Actor, itemId: string) {
  ensure(actor, "speakers.open");
  const [[list], swaps, versions] = await Promise.all([
    listsOf([itemId]),
    openSwaps([itemId]),
    db()
      .select({
        number: speakersVersions.number,
        publishedAt: speakersVersions.publishedAt,
        publishedBy: speakersVersions.publishedBy,
      })
      .from(speakersVersions)
      .where(eq(speakersVersions.itemId, itemId))
      .orderBy(desc(speakersVersions.number)),
  ]);
  return list && { ...list, swaps, versions };
}

/** The swaps of some lists that wait for an answer, the earliest first. */
export async function openSwaps(itemIds: readonly string[]) {
  if (itemIds.length === 0) return [];
  return db()
    .select({
      id: speakerSwaps.id,
      itemId: speakerSwaps.itemId,
      firstId: speakerSwaps.firstId,
      secondId: speakerSwaps.secondId,
      reason: speakerSwaps.reason,
      firstAgreedAt: speakerSwaps.firstAgreedAt,
      secondAgreedAt: speakerSwaps.secondAgreedAt,
    })
    .from(speakerSwaps)
    .where(
      and(
        inArray(speakerSwaps.itemId, [...itemIds]),
        isNull(speakerSwaps.doneAt),
        isNull(speakerSwaps.declinedAt),
      ),
    )
    .orderBy(asc(speakerSwaps.askedAt));
}

/** How long each delegation has spoken at an event, the longest first; whoever speaks now counts from when they are done. */
export async function speakingTimes(actor: Actor, eventId: string) {
  ensure(actor, "speakers.open");
  const spoken = sql<number>`sum(${speakers.usedMs})`.mapWith(Number);
  return db()
    .select({
      organisationId: organisations.id,
      name: organisations.name,
      times: sql<number>`count(*)`.mapWith(Number),
      ms: spoken,
    })
    .from(speakers)
    .innerJoin(organisations, eq(organisations.id, speakers.organisationId))
    .where(and(eq(speakers.eventId, eventId), eq(speakers.state, "spoken")))
    .groupBy(organisations.id, organisations.name)
    .orderBy(desc(spoken), organisations.id);
}

/** Who may be named as speaking: those of the delegations of an event who come, with their organisation. */
export async function speakerChoices(actor: Actor, eventId: string) {
  ensure(actor, "speakers.open");
  return db()
    .select({
      id: participations.id,
      name: participations.name,
      courtesyTitle: participations.courtesyTitle,
      organisationId: organisations.id,
      organisation: organisations.name,
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(
      and(
        eq(participations.eventId, eventId),
        isNotNull(participations.delegationId),
        inArray(participations.class, ["head", "delegate", "adviser", "speaker"]),
        inArray(participations.state, [...liveStates]),
      ),
    )
    .orderBy(participations.name);
}
