import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/door";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { print } from "@/domain/badges/print";
import { attendanceOn, countsByDay, doorList, doorNow, inSinceToday } from "@/domain/check-ins/queries";
import { recordScans } from "@/domain/check-ins/record";
import { hashOf } from "@/lib/tokens";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent } from "../../support/make";
import { refused } from "../../support/refused";
import { checkInsOf, deedsOn, drawing, later, makeGuest, morning, scanOf, sent } from "./fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeEach(async () => {
  event = await makeEvent();
});

const take = (scans: Parameters<typeof sent>[0], when = morning, device?: string) =>
  recordScans(door, event.id, sent(scans, when, device), when);
const whys = (outcomes: Awaited<ReturnType<typeof take>>) =>
  outcomes.map(({ result, why }) => [result, why].filter(Boolean).join(" "));

/** Somebody with a printed badge, and its code. */
async function badged(facts: Parameters<typeof makeGuest>[1] = {}) {
  const guest = await makeGuest(event.id, facts);
  const { draw, drawn } = drawing();
  const job = (reason: string) => ({ participations: [guest.id], format: "single" as const, reason });
  await print(organizer, event.id, job(""), draw, at);
  const again = async () => {
    await print(organizer, event.id, job("Lost"), draw, at);
    return hashOf(drawn.at(-1)?.code ?? "");
  };
  return { guest, hash: hashOf(drawn[0]?.code ?? ""), again };
}

describe("checking in", () => {
  it("keeps who came, when, at which door, by whom, on the day where the event is, and logs it", async () => {
    const { guest, hash } = await badged();
    const late = new Date("2026-06-10T22:10:00Z");
    const [outcome] = await take([scanOf(null, { badge: hash, at: late })], late);
    expect(outcome).toMatchObject({ participationId: guest.id, result: "recorded", why: "" });
    expect(await checkInsOf(guest.id)).toMatchObject([
      {
        day: "2026-06-11",
        at: late,
        device: "Main entrance",
        byName: door.name,
        byId: door.id,
        offline: false,
      },
    ]);
    const deed = (await deedsOn(guest.id)).at(-1);
    expect(deed).toMatchObject({
      action: "check-in.record",
      eventId: event.id,
      details: { kind: "in", day: "2026-06-11" },
    });
    expect(JSON.stringify(deed?.details)).not.toContain(guest.name);
  });

  it("takes a scan that arrives twice once, in one list or in two", async () => {
    const guest = await makeGuest(event.id);
    const scan = scanOf(guest.id);
    expect(whys(await take([scan, scan]))).toEqual(["recorded", "known"]);
    expect(whys(await take([{ ...scan, offline: true }], later(5)))).toEqual(["known"]);
    expect(await checkInsOf(guest.id)).toHaveLength(1);
    expect(await deedsOn(guest.id)).toHaveLength(1);
  });

  it("counts once also when the same list is sent by five at the same time", async () => {
    const guests = await Promise.all(Array.from({ length: 4 }, () => makeGuest(event.id)));
    const scans = guests.map(({ id }) => scanOf(id, { offline: true }));
    const answers = await Promise.all(Array.from({ length: 5 }, () => take(scans)));
    expect(answers.flatMap(whys).filter((why) => why === "recorded")).toHaveLength(4);
    const rows = await db().select().from(checkIns).where(eq(checkIns.eventId, event.id));
    expect(rows.map(({ conflict }) => conflict)).toEqual(["", "", "", ""]);
  });

  it("shows the second of two doors the conflict, whichever was first to send", async () => {
    const guest = await makeGuest(event.id);
    expect(whys(await take([scanOf(guest.id, { at: later(2) })], later(2), "North"))).toEqual(["recorded"]);
    const earlier = scanOf(guest.id, { at: later(1), offline: true });
    expect(whys(await take([earlier], later(9), "South"))).toEqual(["recorded already_in"]);
    expect(await inSinceToday(door, guest.id, event.zone, later(9))).toEqual(later(1));
    expect((await doorNow(door, event.id, later(9))).conflicts).toMatchObject([
      { id: guest.id, conflict: "already_in", device: "South", name: guest.name },
    ]);
  });

  it("lets nobody in online whose badge is void or who is not approved; keeps it with its conflict offline", async () => {
    const { guest, hash, again } = await badged();
    const valid = await again();
    expect(whys(await take([scanOf(null, { badge: hash })]))).toEqual(["refused void_badge"]);
    expect(await checkInsOf(guest.id)).toEqual([]);
    expect(whys(await take([scanOf(guest.id, { badge: hash, offline: true })]))).toEqual([
      "recorded void_badge",
    ]);
    expect(whys(await take([scanOf(null, { badge: valid })], later(1)))).toEqual(["recorded already_in"]);

    const gone = await makeGuest(event.id, { state: "withdrawn" });
    expect(whys(await take([scanOf(gone.id)]))).toEqual(["refused not_approved"]);
    expect(whys(await take([scanOf(gone.id, { offline: true })]))).toEqual(["recorded not_approved"]);
    expect((await checkInsOf(gone.id)).map(({ conflict }) => conflict)).toEqual(["not_approved"]);
  });

  it("takes it back by a record of its own", async () => {
    const guest = await makeGuest(event.id);
    const undo = scanOf(guest.id, { kind: "undo", at: later(1) });
    expect(whys(await take([scanOf(guest.id), undo], later(1)))).toEqual(["recorded", "recorded"]);
    expect(await inSinceToday(door, guest.id, event.zone, later(1))).toBeNull();
    expect(whys(await take([scanOf(guest.id, { at: later(2) })], later(2)))).toEqual(["recorded"]);
    expect(await inSinceToday(door, guest.id, event.zone, later(2))).toEqual(later(2));
    await expect(
      db().update(checkIns).set({ kind: "in" }).where(eq(checkIns.nonce, undo.nonce)),
    ).rejects.toThrow();
  });

  it("knows nobody of another event, and no badge of it", async () => {
    const { guest, hash } = await badged();
    const other = await makeEvent();
    const scans = [scanOf(guest.id), scanOf(null, { badge: hash }), scanOf(crypto.randomUUID())];
    const outcomes = await recordScans(door, other.id, sent(scans), morning);
    expect(outcomes.map(({ why, participationId }) => [why, participationId])).toEqual(
      Array(3).fill(["unknown", null]),
    );
    expect(await checkInsOf(guest.id)).toEqual([]);
  });

  it("believes a wrong clock as far as it can be true", async () => {
    const guest = await makeGuest(event.id);
    const fast = scanOf(guest.id, { at: later(24 * 60), offline: true });
    await recordScans(door, event.id, sent([fast], later(24 * 60 + 10)), later(10));
    expect((await checkInsOf(guest.id))[0]).toMatchObject({ at: later(0), receivedAt: later(10) });
  });

  it("is closed before the event is announced and a day after it; what was seen in time still arrives", async () => {
    const guest = await makeGuest(event.id);
    const end = event.endsAt.getTime();
    const much = new Date(end + 3 * 86_400_000);
    const inTime = scanOf(guest.id, { at: new Date(end - 60_000), offline: true });
    expect(whys(await take([inTime, scanOf(guest.id, { at: much })], much))).toEqual([
      "recorded",
      "refused closed",
    ]);
    await db().update(events).set({ announcedAt: null }).where(eq(events.id, event.id));
    expect(whys(await take([scanOf(guest.id)]))).toEqual(["refused closed"]);
    await refused("not_found", () => recordScans(door, crypto.randomUUID(), sent([]), morning));
  });

  it("is for those at the door only", async () => {
    const guest = await makeGuest(event.id);
    for (const actor of [editor, focalPoint, stranger]) {
      await refused("not_allowed", () => recordScans(actor, event.id, sent([scanOf(guest.id)]), morning));
      await refused("not_allowed", () => doorList(actor, event.id, "en", morning));
      await refused("not_allowed", () => doorNow(actor, event.id, morning));
      await refused("not_allowed", () => attendanceOn(actor, event.id, "2026-06-10", "en"));
      await refused("not_allowed", () => countsByDay(actor, event.id));
    }
    expect(await checkInsOf(guest.id)).toEqual([]);
  });
});

describe("what a device takes along", () => {
  it("is as little as a door needs: no address, no need, nobody who is not approved", async () => {
    const { guest, hash, again } = await badged({
      courtesyTitle: "H.E. Ms.",
      name: "Åsa Öberg",
      class: "adviser",
    });
    const valid = await again();
    const { guest: gone, hash: goneHash } = await badged();
    await db()
      .update(participations)
      .set({ state: "withdrawn", seatPool: null })
      .where(eq(participations.id, gone.id));
    const list = await doorList(door, event.id, "sv", morning);
    expect(list.guests).toEqual([
      {
        id: guest.id,
        name: "H.E. Ms. Åsa Öberg",
        delegation: "Test Works",
        class: "adviser",
        badge: valid,
        photo: false,
      },
    ]);
    const refusedBadges = new Map(list.refused.map(({ hash: of, why }) => [of, why]));
    expect(refusedBadges).toEqual(
      new Map([
        [hash, "void_badge"],
        [goneHash, "not_approved"],
      ]),
    );
    const text = JSON.stringify(list);
    for (const secret of [guest.email ?? "@", "Step-free", gone.name]) expect(text).not.toContain(secret);
  });

  it("says when it has changed, and nothing once the door is closed", async () => {
    const guest = await makeGuest(event.id);
    const { version } = await doorList(door, event.id, "en", morning);
    expect((await doorNow(door, event.id, morning)).version).toBe(version);
    await print(
      organizer,
      event.id,
      { participations: [guest.id], format: "single", reason: "" },
      drawing().draw,
      morning,
    );
    expect((await doorNow(door, event.id, morning)).version).not.toBe(version);
    const over = new Date(event.endsAt.getTime() + 86_400_000);
    await refused("door_closed", () => doorList(door, event.id, "en", over));
    await refused("door_closed", () => doorNow(door, event.id, over));
    await refused("not_found", () => doorList(door, crypto.randomUUID(), "en", morning));
  });
});

describe("the attendance", () => {
  it("counts who is in of those expected, day by day", async () => {
    const [one, two, three] = [
      await makeGuest(event.id),
      await makeGuest(event.id),
      await makeGuest(event.id, { state: "withdrawn" }),
    ];
    const tomorrow = later(24 * 60);
    await take([scanOf(one.id), scanOf(two.id), scanOf(three.id, { offline: true })], later(1));
    await take([scanOf(two.id, { kind: "undo", at: later(3) })], later(3));
    await take([scanOf(two.id, { at: tomorrow })], tomorrow);
    const { expected, days } = await countsByDay(door, event.id);
    expect(expected).toBe(2);
    expect([...days]).toEqual(
      expect.arrayContaining([
        ["2026-06-10", 2],
        ["2026-06-11", 1],
      ]),
    );
    const first = await attendanceOn(door, event.id, "2026-06-10", "en");
    expect(first.map(({ id, since }) => [id, since])).toEqual(
      expect.arrayContaining([
        [one.id, morning],
        [two.id, null],
        [three.id, morning],
      ]),
    );
    expect(first.find(({ id }) => id === three.id)?.conflicts).toMatchObject([{ conflict: "not_approved" }]);
    expect(first).toHaveLength(3);
    expect(await attendanceOn(door, event.id, "2026-06-11", "en")).toHaveLength(2);
    expect((await doorNow(door, event.id, morning)).present.map(({ id }) => id).toSorted()).toEqual(
      [one.id, three.id].toSorted(),
    );
  });
});
