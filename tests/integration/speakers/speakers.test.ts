import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { participations } from "@/db/schema/participations";
import { speakers } from "@/db/schema/speakers";
import { absent } from "@/domain/speakers/absent";
import { answerSwap } from "@/domain/speakers/answer-swap";
import { call } from "@/domain/speakers/call";
import { listsAtDesk } from "@/domain/speakers/desk-queries";
import { edit } from "@/domain/speakers/edit";
import { end } from "@/domain/speakers/end";
import { extend } from "@/domain/speakers/extend";
import { giveFloor } from "@/domain/speakers/give-floor";
import { handIn } from "@/domain/speakers/hand-in";
import { open } from "@/domain/speakers/open";
import { pause } from "@/domain/speakers/pause";
import { pin } from "@/domain/speakers/pin";
import { publish } from "@/domain/speakers/publish";
import { listOf, speakingTimes } from "@/domain/speakers/queries";
import { publicSpeech, readSpeech } from "@/domain/speakers/read-speech";
import { request } from "@/domain/speakers/request";
import { usualLimits } from "@/domain/speakers/rules";
import { swap } from "@/domain/speakers/swap";
import { withdraw } from "@/domain/speakers/withdraw";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { deedsOf, letterFile, nominated } from "../delegations/fixture";
import { makeItem, makePlenary, onList, orderOf, rowOf, seconds } from "./fixture";

beforeAll(makeGroup);

const ask = (itemId: string, organisationId: string, facts = {}) => ({
  itemId,
  organisationId,
  participationId: null,
  onBehalfOf: "",
  class: null,
  ...facts,
});
const step = (row: { id: string; revision: number }) => ({ id: row.id, revision: row.revision });

describe("a list", () => {
  it("is opened once, by those who run it, of an item that is not internal", async () => {
    const event = await makeEvent();
    const item = await makeItem(event.id, "Plenary", "08:00", "09:00");
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => open(actor, { itemId: item.id, limits: usualLimits }, at));
    await open(protocol, { itemId: item.id, limits: usualLimits }, at);
    await refused("list_open", () => open(protocol, { itemId: item.id, limits: usualLimits }, at));
    const hold = await makeItem(event.id, "Hold", "08:00", "09:00", { kind: "hold" });
    await refused("internal_item", () => open(protocol, { itemId: hold.id, limits: usualLimits }, at));
    expect((await deedsOf(item.id)).map((deed) => deed.action)).toEqual(["speakers.open"]);
  });

  it("is changed on the revision that was seen, else both are shown", async () => {
    const { item } = await makePlenary();
    const limits = { ...usualLimits, minister: 120 };
    await edit(protocol, { itemId: item.id, limits, closed: true, revision: 1 }, at);
    const stale = () =>
      edit(protocol, { itemId: item.id, limits: usualLimits, closed: false, revision: 1 }, at);
    expect((await refused("stale", stale)).attached).toMatchObject({
      theirs: { limits, closed: true, revision: 2 },
    });
  });
});

describe("asking for the floor", () => {
  it("is a delegation's own, in the class of whoever speaks, while requests are open", async () => {
    const {
      item,
      delegations: [own, other],
    } = await makePlenary();
    if (!own || !other) throw new Error("no delegations");
    const minister = await nominated(own, { level: "minister" });
    const { id } = await request(
      own.focal,
      ask(item.id, own.organisationId, { participationId: minister.id, class: "head_of_state" }),
      at,
    );
    // A class a desk names is not heard.
    expect(await rowOf(id)).toMatchObject({ class: "minister", slotClass: "minister", state: "waiting" });
    await refused("not_allowed", () => request(own.focal, ask(item.id, other.organisationId), at));
    await refused("already_on_list", () => request(own.focal, ask(item.id, own.organisationId), at));
    await request(own.focal, ask(item.id, own.organisationId, { onBehalfOf: "The Nordics" }), at);
    const theirs = await nominated(other);
    await refused("not_of_delegation", () =>
      request(
        own.focal,
        ask(item.id, own.organisationId, { participationId: theirs.id, onBehalfOf: "Others" }),
        at,
      ),
    );
    await edit(protocol, { itemId: item.id, limits: usualLimits, closed: true, revision: 1 }, at);
    await refused("requests_closed", () => request(other.focal, ask(item.id, other.organisationId), at));
    await request(organizer, ask(item.id, other.organisationId), at);
  });

  it("is refused at events and for items a delegation cannot know of", async () => {
    const hidden = await makePlenary({}, makeEvent({ announcedAt: new Date("2026-05-01T00:00:00Z") }));
    const inside = await makePlenary({ audience: "organizers" });
    for (const {
      item,
      delegations: [own],
      event,
    } of [hidden, inside]) {
      if (!own) throw new Error("no delegation");
      await refused("not_found", () => request(own.focal, ask(item.id, own.organisationId), at));
      expect((await listsAtDesk(own.focal, event.id, at)).lists).toEqual([]);
    }
  });

  it("shows a desk everyone's place, and the names of its own alone", async () => {
    const {
      event,
      item,
      delegations: [own, other],
    } = await makePlenary();
    if (!own || !other) throw new Error("no delegations");
    for (const [n, one] of [other, own].entries()) {
      const who = await nominated(one, { name: `Somebody ${n}` });
      await request(one.focal, ask(item.id, one.organisationId, { participationId: who.id }), seconds(n));
    }
    const { lists } = await listsAtDesk(own.focal, event.id, at);
    expect(lists[0]?.speakers).toMatchObject([
      { place: 1, own: false, name: null },
      { place: 2, own: true, name: "Somebody 1" },
    ]);
    expect(JSON.stringify(lists)).not.toContain("Somebody 0");
  });
});

describe("the order", () => {
  it("is class rank, then inscription; absent goes to the end of the class; a pin stands with its reason", async () => {
    const { item } = await makePlenary();
    const a = await onList(item.id, 1, { class: "other" });
    const b = await onList(item.id, 2, { class: "minister" });
    const c = await onList(item.id, 3, { class: "minister" });
    const d = await onList(item.id, 4, { class: "head_of_state" });
    expect(await orderOf(item.id)).toEqual([d.id, b.id, c.id, a.id]);
    await call(protocol, step(b), seconds(10));
    await absent(protocol, step(await rowOf(b.id)), seconds(11));
    expect(await orderOf(item.id)).toEqual([d.id, c.id, b.id, a.id]);
    await pin(protocol, { ...step(a), place: 1, reason: "The host speaks first." }, seconds(12));
    expect(await orderOf(item.id)).toEqual([a.id, d.id, c.id, b.id]);
    await refused("stale", () => pin(protocol, { ...step(a), place: null, reason: "No." }, seconds(13)));
    await pin(protocol, { ...step(await rowOf(a.id)), place: null, reason: "No longer." }, seconds(13));
    expect(await orderOf(item.id)).toEqual([d.id, c.id, b.id, a.id]);
    const reasons = (await deedsOf(item.id)).filter((deed) => deed.action === "speakers.pin");
    expect(reasons.map((deed) => deed.reason)).toEqual(["The host speaks first.", "No longer."]);
    await withdraw(protocol, step(c), seconds(14));
    expect(await orderOf(item.id)).toEqual([d.id, b.id, a.id]);
    await refused("not_waiting", async () => withdraw(protocol, step(await rowOf(c.id)), seconds(15)));
  });

  it("changes by a swap when both sides have agreed, and not before", async () => {
    const {
      item,
      delegations: [own, other, third],
    } = await makePlenary();
    if (!own || !other || !third) throw new Error("no delegations");
    const mine = await onList(item.id, 1, { organisationId: own.organisationId, class: "minister" });
    const theirs = await onList(item.id, 2, { organisationId: other.organisationId, class: "other" });
    await refused("not_found", () =>
      swap(third.focal, { firstId: mine.id, secondId: theirs.id, reason: "Mine" }, at),
    );
    const { id } = await swap(own.focal, { firstId: mine.id, secondId: theirs.id, reason: "A flight" }, at);
    await refused("swap_open", () =>
      swap(other.focal, { firstId: theirs.id, secondId: mine.id, reason: "Too" }, at),
    );
    expect(await orderOf(item.id)).toEqual([mine.id, theirs.id]);
    const answer = { id, answer: "agree" as const, reason: "" };
    await refused("already_agreed", () => answerSwap(own.focal, { ...answer, side: "first" }, at));
    await refused("not_allowed", () => answerSwap(own.focal, { ...answer, side: "second" }, at));
    await refused("reason_missing", () => answerSwap(protocol, { ...answer, side: "second" }, at));
    expect(await answerSwap(other.focal, { ...answer, side: "second" }, at)).toEqual({ became: "done" });
    expect(await orderOf(item.id)).toEqual([theirs.id, mine.id]);
    await refused("swap_settled", () =>
      answerSwap(protocol, { ...answer, side: "second", reason: "Again" }, at),
    );
    // The place taken stays taken when the other has spoken.
    await giveFloor(protocol, step(await rowOf(theirs.id)), seconds(20));
    const late = await onList(item.id, 30, { class: "minister" });
    expect(await orderOf(item.id)).toEqual([theirs.id, late.id, mine.id]);
  });

  it("stays where a swap is declined, or one side has withdrawn meanwhile", async () => {
    const { item } = await makePlenary();
    const a = await onList(item.id, 1);
    const b = await onList(item.id, 2);
    const both = { firstId: a.id, secondId: b.id, reason: "A flight" };
    const told = { side: "second" as const, reason: "Told at the desk" };
    const first = await swap(protocol, both, at);
    await answerSwap(protocol, { id: first.id, answer: "decline", ...told }, at);
    const second = await swap(protocol, both, at);
    await withdraw(protocol, step(b), at);
    await refused("not_waiting", () => answerSwap(protocol, { id: second.id, answer: "agree", ...told }, at));
    expect(await orderOf(item.id)).toEqual([a.id]);
  });
});

describe("the floor", () => {
  it("is given, paused, extended and ended; the time used adds up for the delegation", async () => {
    const { event, item } = await makePlenary();
    const one = await onList(item.id, 1, { class: "minister" });
    await giveFloor(protocol, step(one), seconds(100));
    await pause(protocol, step(await rowOf(one.id)), seconds(130));
    expect(await rowOf(one.id)).toMatchObject({ runningSince: null, usedMs: 30_000, limitSeconds: 180 });
    await pause(protocol, step(await rowOf(one.id)), seconds(200));
    await extend(
      protocol,
      { ...step(await rowOf(one.id)), seconds: 60, reason: "The sound failed." },
      seconds(210),
    );
    await refused("not_waiting", async () => absent(protocol, step(await rowOf(one.id)), seconds(211)));
    await end(protocol, step(await rowOf(one.id)), seconds(245));
    expect(await rowOf(one.id)).toMatchObject({ state: "spoken", usedMs: 75_000, limitSeconds: 240 });
    await refused("not_speaking", async () => end(protocol, step(await rowOf(one.id)), seconds(246)));
    const again = await onList(item.id, 300, { organisationId: one.organisationId });
    await giveFloor(protocol, step(again), seconds(310));
    await end(protocol, step(await rowOf(again.id)), seconds(320));
    expect(await speakingTimes(protocol, event.id)).toMatchObject([
      { organisationId: one.organisationId, times: 2, ms: 85_000 },
    ]);
    const deeds = (await deedsOf(item.id)).map((deed) => deed.action);
    expect(deeds).toEqual(
      expect.arrayContaining(["speakers.give-floor", "speakers.pause", "speakers.extend"]),
    );
  });

  it("is one's alone, also where two are given it at the same instant", async () => {
    const { item } = await makePlenary();
    const all = await Promise.all([1, 2, 3, 4].map((n) => onList(item.id, n)));
    const tried = await Promise.allSettled(all.map((one) => giveFloor(protocol, step(one), seconds(50))));
    expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const lost = tried.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(lost).toEqual(["floor_taken", "floor_taken", "floor_taken"]);
    // The database says so too.
    const onIt = await db().select().from(speakers).where(eq(speakers.itemId, item.id));
    const waiting = onIt.find((one) => one.state === "waiting");
    const forced = db()
      .update(speakers)
      .set({ state: "speaking", startedAt: at, limitSeconds: 60 })
      .where(eq(speakers.id, waiting?.id ?? ""));
    await expect(forced).rejects.toThrow();
  });

  it("is nobody's to give but the secretariat's", async () => {
    const {
      item,
      delegations: [own],
    } = await makePlenary();
    if (!own) throw new Error("no delegation");
    const mine = await onList(item.id, 1, { organisationId: own.organisationId });
    for (const deed of [giveFloor, call, absent, pause, end])
      await refused("not_allowed", () => deed(own.focal, step(mine), at));
    await refused("not_allowed", () => pin(own.focal, { ...step(mine), place: 1, reason: "Me" }, at));
    await refused("not_allowed", () => publish(own.focal, { itemId: item.id }, at));
    await refused("not_allowed", () => listOf(own.focal, item.id));
  });
});

describe("the text of a speech", () => {
  it("is read by its delegation and the secretariat; by the public once it is delivered, and not before", async () => {
    const {
      event,
      item,
      delegations: [own, other],
    } = await makePlenary();
    if (!own || !other) throw new Error("no delegations");
    const mine = await onList(item.id, 1, { organisationId: own.organisationId });
    await refused("file_type", () => handIn(own.focal, step(mine), letterFile("plain"), at));
    await refused("not_found", () => handIn(other.focal, step(mine), letterFile(), at));
    await handIn(own.focal, step(mine), letterFile(), at);
    const named = { id: mine.id, eventId: event.id };
    const inPublic = { id: mine.id, slug: event.slug };
    expect((await readSpeech(own.focal, named, at)).contentType).toBe("application/pdf");
    await readSpeech(protocol, named, at);
    for (const actor of [other.focal, editor, door, stranger])
      await refused("not_allowed", () => readSpeech(actor, named, at));
    expect(await publicSpeech(inPublic, at)).toBeUndefined();
    await giveFloor(protocol, step(await rowOf(mine.id)), at);
    expect(await publicSpeech(inPublic, at)).toBeUndefined();
    await end(protocol, step(await rowOf(mine.id)), seconds(60));
    expect((await publicSpeech(inPublic, seconds(61)))?.name).toBe("letter.pdf");
    await refused("speech_delivered", async () =>
      handIn(own.focal, step(await rowOf(mine.id)), letterFile(), seconds(70)),
    );
  });

  it("stays closed where who says what may not be told, and takes the place of an earlier one", async () => {
    for (const facts of [{ audience: "participants" }, { attribution: "chatham_house" }] as const) {
      const { event, item } = await makePlenary(facts);
      const one = await onList(item.id, 1);
      await handIn(protocol, step(one), letterFile(), at);
      await handIn(protocol, step(await rowOf(one.id)), letterFile("%PDF-1.4\n% two\n%%EOF\n"), at);
      const kept = await db().select().from(files).where(eq(files.eventId, event.id));
      expect(kept.filter((file) => file.content !== null)).toHaveLength(1);
      await giveFloor(protocol, step(await rowOf(one.id)), at);
      await end(protocol, step(await rowOf(one.id)), seconds(60));
      expect(await publicSpeech({ id: one.id, slug: event.slug }, seconds(61))).toBeUndefined();
    }
  });
});

describe("a public version", () => {
  it("is the list as it stood, dated and numbered, without names", async () => {
    const { item } = await makePlenary();
    await refused("nobody_on_list", () => publish(protocol, { itemId: item.id }, at));
    await onList(item.id, 1);
    expect(await publish(protocol, { itemId: item.id }, at)).toEqual({ number: 1 });
    await onList(item.id, 2, { class: "minister" });
    expect(await publish(protocol, { itemId: item.id }, seconds(60))).toEqual({ number: 2 });
    expect((await listOf(protocol, item.id))?.versions.map((one) => one.number)).toEqual([2, 1]);
  });
});

it("forgets who was to speak when their registration goes, and keeps the delegation's place", async () => {
  const {
    item,
    delegations: [own],
  } = await makePlenary();
  if (!own) throw new Error("no delegation");
  const who = await nominated(own);
  const { id } = await request(own.focal, ask(item.id, own.organisationId, { participationId: who.id }), at);
  await db().delete(participations).where(eq(participations.id, who.id));
  expect(await rowOf(id)).toMatchObject({ participationId: null, state: "waiting" });
});
