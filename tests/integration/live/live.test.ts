import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db, driver } from "@/db/client";
import { agendaItems, agendaReleases } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { liveVersions } from "@/db/schema/live";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { delay } from "@/domain/agenda/delay";
import { begin } from "@/domain/live/begin";
import { follow } from "@/domain/live/board";
import { finish } from "@/domain/live/finish";
import { liveView } from "@/domain/live/view";
import { end } from "@/domain/speakers/end";
import { giveFloor } from "@/domain/speakers/give-floor";
import { publish } from "@/domain/speakers/publish";
import { request } from "@/domain/speakers/request";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeRelease } from "../../support/make";
import { refused } from "../../support/refused";
import { nominated } from "../delegations/fixture";
import { makeItem, makePlenary, onList, rowOf, seconds } from "../speakers/fixture";

beforeAll(makeGroup);

/** A day of three items, released; a hold and a new item that are in the draft alone. */
async function makeDay() {
  const event = await makeEvent();
  const opening = await makeItem(event.id, "Opening", "07:00", "08:00");
  const panel = await makeItem(event.id, "Panel", "08:00", "09:00");
  const closing = await makeItem(event.id, "Closing", "09:00", "10:00", { audience: "participants" });
  const hold = await makeItem(event.id, "Sweep", "09:00", "09:30", { kind: "hold" });
  await makeRelease(event.id);
  return { event, opening, panel, closing, hold };
}

const latest = async (eventId: string) =>
  (await db().select().from(agendaReleases).where(eq(agendaReleases.eventId, eventId))).toSorted(
    (a, b) => b.number - a.number,
  )[0];
const drafted = async (id: string) =>
  (await db().select().from(agendaItems).where(eq(agendaItems.id, id)))[0];
const clock = (instant: Date | string | null | undefined) =>
  new Date(instant ?? 0).toISOString().slice(11, 16);

describe("a delay", () => {
  it("is the next release with what follows moved, and the draft with it; what is unfinished there stays", async () => {
    const { event, opening, panel, closing, hold } = await makeDay();
    await db()
      .update(agendaItems)
      .set({ title: { en: "Unfinished" } })
      .where(eq(agendaItems.id, panel.id));
    const done = await delay(organizer, { eventId: event.id, itemId: panel.id, after: 1, minutes: 15 }, at);
    expect(done.number).toBe(2);
    const release = await latest(event.id);
    const times = release?.content.items.map((item) => [item.title.en, clock(item.startsAt), item.sequence]);
    expect(times).toEqual([
      ["Opening", "07:00", 0],
      ["Panel", "08:15", 1],
      ["Closing", "09:15", 1],
    ]);
    expect(release?.note).toEqual({
      en: "“Panel” begins 15 minutes later, and so does what follows that day.",
      sv: "”Panel” börjar 15 minuter senare, liksom det som följer den dagen.",
    });
    expect(clock((await drafted(opening.id))?.startsAt)).toBe("07:00");
    expect(await drafted(panel.id)).toMatchObject({ title: { en: "Unfinished" }, revision: 2 });
    for (const one of [panel, closing, hold]) {
      const moved = (await drafted(one.id))?.startsAt?.getTime();
      expect(moved).toBe((one.startsAt?.getTime() ?? 0) + 15 * 60_000);
    }
    expect(await db().select().from(mails).where(eq(mails.eventId, event.id))).toEqual([]);
  });

  it("of an item under way moves its end alone", async () => {
    const { event, opening, panel } = await makeDay();
    await begin(organizer, { eventId: event.id, itemId: opening.id, revision: 0 }, at);
    await delay(organizer, { eventId: event.id, itemId: opening.id, after: 1, minutes: 10 }, at);
    expect(await drafted(opening.id)).toMatchObject({
      startsAt: opening.startsAt,
      endsAt: new Date("2026-06-10T08:10:00Z"),
    });
    expect(clock((await drafted(panel.id))?.startsAt)).toBe("08:10");
  });

  it("is refused stale, of what is not released or has ended, and to who may not; of two at once one wins", async () => {
    const { event, panel, hold } = await makeDay();
    const input = { eventId: event.id, itemId: panel.id, after: 1, minutes: 15 };
    for (const actor of [protocol, editor, door, focalPoint, stranger])
      await refused("not_allowed", () => delay(actor, input, at));
    await refused("stale", () => delay(organizer, { ...input, after: 7 }, at));
    await refused("not_released", () => delay(organizer, { ...input, itemId: hold.id }, at));
    const tried = await Promise.allSettled([delay(organizer, input, at), delay(organizer, input, at)]);
    expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await latest(event.id))?.number).toBe(2);
    await begin(organizer, { eventId: event.id, itemId: panel.id, revision: 0 }, at);
    await finish(organizer, { eventId: event.id, itemId: panel.id, revision: 1 }, at);
    await refused("item_ended", () => delay(organizer, { ...input, after: 2 }, at));
  });
});

describe("the course of an item", () => {
  it("is noted beside what was planned, once, and can go on after all", async () => {
    const { event, opening, hold } = await makeDay();
    const input = { eventId: event.id, itemId: opening.id, revision: 0 };
    await refused("not_allowed", () => begin(protocol, input, at));
    await refused("not_released", () => begin(organizer, { ...input, itemId: hold.id }, at));
    await refused("item_not_begun", () => finish(organizer, { ...input, revision: 1 }, at));
    const tried = await Promise.allSettled([begin(organizer, input, at), begin(organizer, input, at)]);
    expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await refused("stale", () => finish(organizer, { ...input, revision: 9 }, seconds(60)));
    await finish(organizer, { ...input, revision: 1 }, seconds(60));
    await begin(organizer, { ...input, revision: 2 }, seconds(90));
    const view = await liveView(event.slug, seconds(100));
    expect(view?.items[0]).toMatchObject({ startedAt: at.toISOString(), endedAt: null });
  });

  it("does not end while somebody has the floor", async () => {
    const { event, item } = await makePlenary();
    await begin(organizer, { eventId: event.id, itemId: item.id, revision: 0 }, at);
    const one = await onList(item.id, 1);
    await giveFloor(protocol, { id: one.id, revision: one.revision }, at);
    const input = { eventId: event.id, itemId: item.id, revision: 1 };
    await refused("floor_taken", () => finish(organizer, input, seconds(60)));
    await end(protocol, { id: one.id, revision: (await rowOf(one.id)).revision }, seconds(60));
    await finish(organizer, input, seconds(61));
  });
});

describe("what the public sees", () => {
  it("is nothing of an event that is not announced, and of its release only what is for everybody", async () => {
    const hidden = await makePlenary({}, makeEvent({ announcedAt: null }));
    expect(await liveView(hidden.event.slug, at)).toBeUndefined();
    expect(await follow(hidden.event.slug, () => {})).toBeUndefined();
    const { event, panel, hold } = await makeDay();
    await db()
      .update(agendaItems)
      .set({ title: { en: "Secret" } })
      .where(eq(agendaItems.id, panel.id));
    await makeItem(event.id, "Secret new", "11:00", "12:00");
    const view = await liveView(event.slug, at);
    expect(view?.items.map((item) => item.title.en)).toEqual(["Opening", "Panel"]);
    expect(JSON.stringify(view)).not.toMatch(/Secret|Sweep|Closing/);
    expect(JSON.stringify(view)).not.toContain(hold.id);
  });

  it("names whoever has the floor only with their consent, and nobody where it is not on the record", async () => {
    for (const attribution of ["on_record", "chatham_house"] as const) {
      const {
        event,
        item,
        delegations: [own],
      } = await makePlenary({ attribution });
      if (!own) throw new Error("no delegation");
      const who = await nominated(own, { name: "Marker Person" });
      const input = { itemId: item.id, organisationId: own.organisationId, participationId: who.id };
      const { id } = await request(own.focal, { ...input, onBehalfOf: "", class: null }, at);
      await publish(protocol, { itemId: item.id }, at);
      await giveFloor(protocol, { id, revision: 1 }, at);
      const seen = async () => JSON.stringify(await liveView(event.slug, at));
      expect(await seen()).not.toContain("Marker");
      await db().update(participations).set({ listingConsentedAt: at }).where(eq(participations.id, who.id));
      const view = await liveView(event.slug, at);
      if (attribution === "on_record") {
        expect(view?.items[0]?.floor).toMatchObject({ name: "Marker Person", limitSeconds: 180 });
        expect(view?.items[0]?.list?.number).toBe(1);
      } else {
        expect(await seen()).not.toContain("Marker");
        expect(view?.items[0]).toMatchObject({ floor: null, list: null, heard: [] });
      }
    }
  });

  it("is followed: every change is told, read once for all who follow, and the version grows", async () => {
    const { event, opening } = await makeDay();
    const told: (string | undefined)[][] = [[], []];
    const followed = await Promise.all(told.map((own) => follow(event.slug, (one) => own.push(one?.json))));
    const first = followed[0]?.snapshot;
    expect(followed[1]?.snapshot).toBe(first);
    await begin(organizer, { eventId: event.id, itemId: opening.id, revision: 0 }, at);
    await vi.waitFor(() => expect(told.map((own) => own.length)).toEqual([1, 1]), { timeout: 5_000 });
    // The very same text: it was made once.
    expect(told[0]?.[0]).toBe(told[1]?.[0]);
    expect(JSON.parse(told[0]?.[0] ?? "{}")).toMatchObject({
      version: (first?.version ?? 0) + 1,
      items: [{ startedAt: at.toISOString() }, {}],
    });
    for (const one of followed) one?.stop();
  });

  it("lets nobody in who comes after it was taken back, though nothing was heard of that yet", async () => {
    const { event } = await makeDay();
    const early = await follow(event.slug, () => {});
    await driver().begin(async (sql) => {
      // Without its triggers the deed is not told: as if its word were still under way.
      await sql`set local session_replication_role = replica`;
      await sql`update events set announced_at = null where id = ${event.id}`;
    });
    expect(await follow(event.slug, () => {})).toBeUndefined();
    early?.stop();
  });

  it("misses nothing that was said while the line was cut", async () => {
    const { event, opening } = await makeDay();
    const told: number[] = [];
    const followed = await follow(event.slug, (one) => told.push(one?.version ?? 0));
    const sql = driver();
    // The connection that listens is ended by the server, as by a restart of the database.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen %' and pid <> pg_backend_pid()`;
    await begin(organizer, { eventId: event.id, itemId: opening.id, revision: 0 }, at);
    await vi.waitFor(() => expect(told.at(-1)).toBe((followed?.snapshot.version ?? 0) + 1), {
      timeout: 20_000,
    });
    followed?.stop();
  });

  it("has a version that a deed that was not done does not raise", async () => {
    const { event, panel } = await makeDay();
    const version = async () =>
      (await db().select().from(liveVersions).where(eq(liveVersions.eventId, event.id)))[0]?.version;
    const before = await version();
    await refused("stale", () =>
      delay(organizer, { eventId: event.id, itemId: panel.id, after: 3, minutes: 5 }, at),
    );
    expect(await version()).toBe(before);
    await db()
      .update(events)
      .set({ cancelledAt: at, cancellationReason: "x" })
      .where(eq(events.id, event.id));
    expect(await version()).toBe((before ?? 0) + 1);
  });
});
