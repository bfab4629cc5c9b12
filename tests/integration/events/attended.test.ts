import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { eventHosts, type events } from "@/db/schema/events";
import { participantLists } from "@/db/schema/lists";
import { participations } from "@/db/schema/participations";
import { publicEventsAttendedBy } from "@/domain/events/attended";
import { publishList } from "@/domain/participant-lists/publish";
import { listForOrganizer } from "@/domain/participant-lists/queries";
import { organizer } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";

const past = { startsAt: new Date("2026-02-01T09:00:00Z"), endsAt: new Date("2026-02-01T15:00:00Z") };
const before = new Date("2026-01-15T09:00:00Z");

beforeAll(makeGroup);

const attended = async (organisationId: string, when = at) =>
  (await publicEventsAttendedBy(organisationId, when)).map((event) => event.id);

async function listed(organisationId: string, facts: Partial<typeof participations.$inferInsert> = {}) {
  const event = await makeEvent(past);
  await db()
    .insert(participations)
    .values({
      eventId: event.id,
      organisationId,
      name: "Anna Ek",
      email: "anna@example.org",
      state: "approved",
      seatPool: "open",
      listingConsentedAt: before,
      locale: "en",
      source: "registration",
      ...facts,
    });
  return event;
}

async function publish(eventId: string) {
  const { digest } = await listForOrganizer(organizer, eventId);
  await publishList(organizer, { eventId, seen: digest, note: {} }, at);
}

test("an organisation attended where its people are on the published list, and nowhere before that", async () => {
  const works = await makeOrganisation();
  const event = await listed(works.id);
  expect(await attended(works.id)).toEqual([]);
  await publish(event.id);
  expect(await attended(works.id)).toEqual([event.id]);
  expect(await attended((await makeOrganisation()).id)).toEqual([]);
  await db()
    .update(participations)
    .set({ listingConsentedAt: null })
    .where(eq(participations.eventId, event.id));
  expect(await attended(works.id)).toEqual([]);
});

test("a list that was taken back, and one that names it no more, say nothing of it", async () => {
  const works = await makeOrganisation();
  const event = await listed(works.id);
  await publish(event.id);
  await db()
    .update(participations)
    .set({ state: "withdrawn", seatPool: null })
    .where(eq(participations.eventId, event.id));
  expect(await attended(works.id)).toEqual([event.id]);
  await db().insert(participations).values({
    eventId: event.id,
    name: "Somebody else",
    email: "else@example.org",
    state: "approved",
    seatPool: "open",
    listingConsentedAt: at,
    locale: "en",
    source: "registration",
  });
  await publish(event.id);
  expect(await attended(works.id)).toEqual([]);
  await db().update(participantLists).set({ withdrawnAt: at }).where(eq(participantLists.number, 2));
  expect(await attended(works.id)).toEqual([event.id]);
});

test("speaking for it in the public agenda counts, from the release on; an event to come, hidden or its own does not", async () => {
  const works = await makeOrganisation();
  const inAgenda = async (facts: Partial<typeof events.$inferInsert>, audience = "public") => {
    const event = await makeEvent({ ...past, ...facts });
    const item = {
      id: crypto.randomUUID(),
      kind: "plenary",
      title: { en: "Plenary" },
      abstract: {},
      startsAt: past.startsAt.toISOString(),
      endsAt: past.endsAt.toISOString(),
      audience,
      people: [{ personId: crypto.randomUUID(), role: "speaker", presence: "on_site", onBehalfOf: works.id }],
    };
    await db()
      .insert(agendaReleases)
      .values({
        eventId: event.id,
        number: 1,
        content: { items: [item], cancelled: [] } as never,
        releasedAt: at,
      });
    return event;
  };
  const event = await inAgenda({});
  await inAgenda({ announcedAt: null });
  await inAgenda({ startsAt: new Date("2026-06-01T09:00:00Z"), endsAt: new Date("2026-06-02T09:00:00Z") });
  await inAgenda({}, "participants");
  const hosted = await inAgenda({});
  await db()
    .insert(eventHosts)
    .values({ eventId: hosted.id, organisationId: works.id, role: "host", position: 0 });
  expect(await attended(works.id, new Date(at.getTime() - 1))).toEqual([]);
  expect(await attended(works.id)).toEqual([event.id]);
});
