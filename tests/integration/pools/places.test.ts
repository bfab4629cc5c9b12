import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { history } from "@/db/schema/history";
import { participations } from "@/db/schema/participations";
import { eventPools } from "@/db/schema/pools";
import { applyPreset } from "@/domain/classes/apply-preset";
import { editClasses } from "@/domain/classes/edit";
import { classesOf } from "@/domain/classes/queries";
import { classesValues } from "@/domain/classes/rules";
import { register } from "@/domain/participations/register";
import { editPlaces } from "@/domain/pools/edit";
import { fitPools } from "@/domain/pools/fit";
import type { PlacesInput } from "@/domain/pools/input";
import { poolsOf } from "@/domain/pools/queries";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, registration } from "../../support/make";
import { refused } from "../../support/refused";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent({}, { members: 2, open: 2 });
});

const none = { members: null, hosts: null, press: null, open: null, reserve: null };
const places = (more: Partial<PlacesInput> = {}): PlacesInput => ({
  id: event.id,
  revision: 1,
  unlimited: false,
  pools: { ...none, members: 2, open: 2 },
  promotionPolicy: "order",
  offerHours: null,
  nominationClosesAt: null,
  nominationGraceMinutes: 0,
  reviewedFields: ["name"],
  needsKeptDays: 30,
  ...more,
});
const now = async () => (await db().select().from(events).where(eq(events.id, event.id)))[0];
const come = (n: number) => register(stranger, registration(event.slug, n), at);

describe("dividing the seats", () => {
  it("writes the pools, their sum and the rest in one step, and says so in history", async () => {
    const input = places({
      pools: { ...none, members: 5, press: 0, open: 3, reserve: 1 },
      nominationClosesAt: "2026-05-20T18:00",
      nominationGraceMinutes: 90,
      promotionPolicy: "priority",
      offerHours: 24,
      needsKeptDays: 14,
    });
    expect(await editPlaces(protocol, input, at)).toEqual({ revision: 2, movedUp: 0 });
    expect(await now()).toMatchObject({
      capacity: 9,
      promotionPolicy: "priority",
      offerHours: 24,
      nominationClosesAt: new Date("2026-05-20T16:00:00Z"),
      nominationGraceMinutes: 90,
      needsKeptDays: 14,
      revision: 2,
    });
    expect((await poolsOf(db(), event.id, at)).map(({ kind, seats }) => [kind, seats])).toEqual([
      ["members", 5],
      ["press", 0],
      ["open", 3],
      ["reserve", 1],
    ]);
    const [deed] = await db().select().from(history).where(eq(history.eventId, event.id));
    expect(deed).toMatchObject({
      action: "event.edit-places",
      details: { changed: expect.arrayContaining(["pools"]) },
    });
  });

  it("lets the line move up where seats are gained, and where nobody stands in its way by hand any more", async () => {
    for (const n of [1, 2, 3, 4]) await come(n);
    expect(
      await editPlaces(
        organizer,
        places({ promotionPolicy: "manual", pools: { ...none, members: 2, open: 3 } }),
        at,
      ),
    ).toMatchObject({ movedUp: 0 });
    expect(
      await editPlaces(organizer, places({ revision: 2, pools: { ...none, members: 2, open: 3 } }), at),
    ).toMatchObject({ movedUp: 1 });
    expect(await editPlaces(organizer, places({ revision: 3, unlimited: true }), at)).toMatchObject({
      movedUp: 1,
    });
    expect((await now())?.capacity).toBeNull();
    expect(await db().select().from(eventPools).where(eq(eventPools.eventId, event.id))).toEqual([]);
  });

  it("never takes a seat from anybody: names the pool and how many are taken", async () => {
    for (const n of [1, 2]) await come(n);
    const refusal = await refused("pool_smaller_than_taken", () =>
      editPlaces(organizer, places({ pools: { ...none, members: 3, open: 1 } }), at),
    );
    expect(refusal.details).toEqual({ pool: "open", taken: 2 });
    await refused("pool_smaller_than_taken", () =>
      editPlaces(organizer, places({ pools: { ...none, members: 3 } }), at),
    );
    expect((await now())?.capacity).toBe(4);
  });

  it("leaves a pool above its seats as it is, but does not let it shrink further", async () => {
    for (const n of [1, 2, 3]) await come(n);
    await db()
      .update(participations)
      .set({ state: "approved", seatPool: "open", overrideReason: "The chair asked" })
      .where(eq(participations.name, "Person 3"));
    await editPlaces(organizer, places({ pools: { ...none, members: 4, open: 2 } }), at);
    await refused("pool_smaller_than_taken", () =>
      editPlaces(organizer, places({ revision: 2, pools: { ...none, members: 4, open: 1 } }), at),
    );
  });

  it("is refused by right, by revision with theirs, for a cancelled event and for times that are none", async () => {
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => editPlaces(actor, places(), at));
    const stale = await refused("stale", () => editPlaces(organizer, places({ revision: 7 }), at));
    expect(stale.attached).toMatchObject({
      theirs: { revision: 1, pools: { members: 2, open: 2, press: "" } },
    });
    await refused("deadline_after_event", () =>
      editPlaces(organizer, places({ nominationClosesAt: "2026-06-12T12:00" }), at),
    );
    await refused("time_skipped", () =>
      editPlaces(organizer, places({ nominationClosesAt: "2026-03-29T02:30" }), at),
    );
    await db()
      .update(events)
      .set({ cancelledAt: at, cancellationReason: "Storm" })
      .where(eq(events.id, event.id));
    await refused("event_cancelled", () => editPlaces(organizer, places(), at));
  });

  it("counts what is held when an event without limit gets one, also of other kinds", async () => {
    await editPlaces(organizer, places({ unlimited: true }), at);
    await come(1);
    await db()
      .update(participations)
      .set({ pool: "members", seatPool: "members" })
      .where(eq(participations.eventId, event.id));
    await refused("pool_smaller_than_taken", () =>
      editPlaces(organizer, places({ revision: 2, pools: { ...none, open: 9 } }), at),
    );
    await db().transaction(async (tx) => {
      await tx.update(events).set({ capacity: 9 }).where(eq(events.id, event.id));
      await fitPools(tx, event.id, 9, at);
    });
    expect(await poolsOf(db(), event.id, at)).toEqual([
      { kind: "members", seats: 1, taken: 1 },
      { kind: "open", seats: 8, taken: 0 },
    ]);
  });

  it("is held to its sum by the database", async () => {
    await expect(
      db().update(eventPools).set({ seats: 40 }).where(eq(eventPools.eventId, event.id)),
    ).rejects.toMatchObject({ cause: { constraint_name: "event_pools_fill_capacity" } });
  });
});

describe("classes", () => {
  it("are set in the order of priority, with one head whatever is written", async () => {
    const classes = classesValues([]).map((row) => ({
      ...row,
      has: row.class === "head" || row.class === "press",
      position: row.class === "press" ? 1 : 2,
      quota: 3,
      zones: "Blue",
    }));
    expect(await editClasses(organizer, { id: event.id, revision: 1, classes }, at)).toEqual({ revision: 2 });
    expect(await classesOf(db(), event)).toEqual([
      { class: "press", quota: 3, zones: "Blue" },
      { class: "head", quota: 1, zones: "Blue" },
    ]);
    const stale = await refused("stale", () =>
      editClasses(organizer, { id: event.id, revision: 1, classes }, at),
    );
    expect(stale.attached).toMatchObject({
      theirs: { revision: 2, classes: { 0: { class: "head", has: true } } },
    });
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => editClasses(actor, { id: event.id, revision: 2, classes }, at));
  });

  it("are replaced by a preset", async () => {
    await applyPreset(organizer, { id: event.id, revision: 1, preset: "briefing" }, at);
    expect((await classesOf(db(), event)).map((row) => row.class)).toEqual([
      "head",
      "delegate",
      "speaker",
      "observer",
      "press",
      "staff",
    ]);
    await refused("not_allowed", () =>
      applyPreset(editor, { id: event.id, revision: 2, preset: "briefing" }, at),
    );
  });
});
