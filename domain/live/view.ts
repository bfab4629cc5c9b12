import { and, desc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases, type ReleasedItem } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { itemRuns, liveVersions } from "@/db/schema/live";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { speakersVersions } from "@/db/schema/speakers";
import { isReleasedAt } from "@/domain/agenda/current";
import { isInternal } from "@/domain/agenda/rules";
import { isPublicAt } from "@/domain/publication/where";
import { listsOf, type SpeakersList } from "@/domain/speakers/queries";
import { isOnRecord } from "@/domain/speakers/rules";
import type { Change, LiveView } from "./rules";

/** So many changes are told, the latest first. */
const told = 6;

/** Whether an event is public, by its address. */
export async function isShown(slug: string, at: Date): Promise<boolean> {
  const announced = isPublicAt({ publicFrom: events.announcedAt }, at);
  const found = await db()
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.slug, slug), announced));
  return found.length > 0;
}

/**
 * All that is public of an announced event as it happens: what its latest release holds for the public, when it really
 * began and ended, and of items on the record who has the floor. The version is read before the rest, so that what
 * changes meanwhile is read again. Nothing where the event is not public, by its address.
 */
export async function liveView(
  slug: string,
  at: Date,
): Promise<(LiveView & { eventId: string }) | undefined> {
  const [event] = await db()
    .select({
      id: events.id,
      title: events.title,
      zone: events.zone,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      cancelledAt: events.cancelledAt,
      version: liveVersions.version,
      announced: isPublicAt({ publicFrom: events.announcedAt }, at).mapWith(Boolean),
    })
    .from(events)
    .leftJoin(liveVersions, eq(liveVersions.eventId, events.id))
    .where(eq(events.slug, slug));
  if (!event?.announced) return undefined;
  const releases = await latestReleases(event.id, at);
  const items = (releases[0]?.content.items ?? []).filter(isForAll);
  const ids = items.map((item) => item.id);
  const recorded = items.filter(isOnRecord).map((item) => item.id);
  const [runs, lists, versions] = await Promise.all([runsOf(ids), listsOf(recorded), versionsOf(recorded)]);
  const consents = await consentsOf(lists);
  const names = await namesOf(versions);
  const shown = items.map((item) => {
    const run = runs.find((one) => one.itemId === item.id);
    const list = lists.find((one) => one.itemId === item.id);
    const version = versions.find((one) => one.itemId === item.id);
    return {
      id: item.id,
      kind: item.kind,
      title: item.title,
      room: item.room && { id: item.room.id, name: item.room.name },
      startsAt: item.startsAt,
      endsAt: item.endsAt,
      startedAt: run?.startedAt.toISOString() ?? null,
      endedAt: run?.endedAt?.toISOString() ?? null,
      floor: list ? floorOf(list, consents) : null,
      list: version
        ? {
            number: version.number,
            publishedAt: version.publishedAt.toISOString(),
            speakers: version.content.map(({ organisationId, ...one }) => ({
              ...one,
              organisation: names.get(organisationId) ?? {},
            })),
          }
        : null,
      heard: list ? heardOf(list) : [],
    };
  });
  return {
    eventId: event.id,
    version: event.version ?? 0,
    title: event.title,
    zone: event.zone,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    cancelled: event.cancelledAt !== null,
    items: shown.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
    changes: changesOf(releases, shown),
  };
}

/** Frozen items hold nothing internal; asked again, for what is shown to everybody is worth two questions. */
const isForAll = (item: ReleasedItem) => item.audience === "public" && !isInternal(item.kind);

async function latestReleases(eventId: string, at: Date) {
  return db()
    .select({
      number: agendaReleases.number,
      note: agendaReleases.note,
      releasedAt: agendaReleases.releasedAt,
      content: agendaReleases.content,
    })
    .from(agendaReleases)
    .where(and(eq(agendaReleases.eventId, eventId), isReleasedAt(at)))
    .orderBy(desc(agendaReleases.number))
    .limit(told);
}

async function runsOf(itemIds: string[]) {
  if (itemIds.length === 0) return [];
  return db()
    .select({ itemId: itemRuns.itemId, startedAt: itemRuns.startedAt, endedAt: itemRuns.endedAt })
    .from(itemRuns)
    .where(inArray(itemRuns.itemId, itemIds));
}

/** The latest dated version of each list. */
async function versionsOf(itemIds: string[]) {
  if (itemIds.length === 0) return [];
  return db()
    .selectDistinctOn([speakersVersions.itemId])
    .from(speakersVersions)
    .where(inArray(speakersVersions.itemId, itemIds))
    .orderBy(speakersVersions.itemId, desc(speakersVersions.number));
}

async function namesOf(versions: { content: { organisationId: string }[] }[]) {
  const ids = [...new Set(versions.flatMap(({ content }) => content.map((one) => one.organisationId)))];
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Who of those on lists agreed to stand on the public list of participants: they may be named as having the floor. */
async function consentsOf(lists: SpeakersList[]) {
  const ids = lists.flatMap(({ speakers }) =>
    speakers.flatMap((one) => (one.state === "speaking" && one.participationId ? [one.participationId] : [])),
  );
  if (ids.length === 0) return new Set<string>();
  const rows = await db()
    .select({ id: participations.id, at: participations.listingConsentedAt })
    .from(participations)
    .where(inArray(participations.id, ids));
  return new Set(rows.filter((row) => row.at !== null).map((row) => row.id));
}

function floorOf({ speakers }: SpeakersList, consents: Set<string>) {
  const one = speakers.find((row) => row.state === "speaking");
  if (!one) return null;
  const named = one.participationId !== null && consents.has(one.participationId) && one.name;
  return {
    organisation: one.organisation,
    name: named ? [one.courtesyTitle, one.name].filter(Boolean).join(" ") : null,
    onBehalfOf: one.onBehalfOf,
    runningSince: one.runningSince?.toISOString() ?? null,
    usedMs: one.usedMs,
    limitSeconds: one.limitSeconds ?? 0,
  };
}

function heardOf({ speakers }: SpeakersList) {
  return speakers
    .filter((one) => one.state === "spoken")
    .map(({ id, organisation, onBehalfOf, speechId }) => ({
      id,
      organisation,
      onBehalfOf,
      hasSpeech: speechId !== null,
    }));
}

type Shown = Pick<LiveView["items"][number], "title" | "startedAt" | "endedAt">;

function changesOf(releases: Awaited<ReturnType<typeof latestReleases>>, items: Shown[]): Change[] {
  const changes: Change[] = [
    ...releases.map(({ number, note, releasedAt }) => ({
      kind: "release" as const,
      at: releasedAt.toISOString(),
      number,
      note,
    })),
    ...items.flatMap(({ title, startedAt, endedAt }) => [
      ...(startedAt ? [{ kind: "begun" as const, at: startedAt, title }] : []),
      ...(endedAt ? [{ kind: "ended" as const, at: endedAt, title }] : []),
    ]),
  ];
  return changes.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, told);
}
